import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { hasHiddenMarks, PlainText } from './plain-text'

const shown = (text: string) => renderToStaticMarkup(<PlainText>{text}</PlainText>)

describe('words somebody sent', () => {
  it.each([
    ['\u202etxt.exe', '⟦U+202E⟧'],
    ['a\u2066b\u2069', '⟦U+2066⟧'],
    ['a\u200bb', '⟦U+200B⟧'],
    ['\u200fa', '⟦U+200F⟧'],
    ['\ufeffa', '⟦U+FEFF⟧'],
  ])('shows the hidden mark in %j', (text, mark) => {
    expect(hasHiddenMarks(text)).toBe(true)
    expect(shown(text)).toContain(mark)
    expect(hasHiddenMarks(shown(text))).toBe(false)
  })

  it.each([
    'Siân O’Brien',
    'Łukasz',
    'محمد',
    'שרה',
    '王小明',
    '👩\u200d👧',
    'नमस्ते',
    'क्\u200dष',
    'line\nline',
  ])('leaves %s as it is', (text) => {
    expect(hasHiddenMarks(text)).toBe(false)
    expect(shown(text)).toBe(`<bdi class="whitespace-pre-wrap">${text}</bdi>`)
  })

  it('escapes markup', () => {
    expect(shown('<b onclick="x">')).not.toContain('<b ')
  })
})
