import { describe, expect, test } from 'vitest'
import { flattened, layered } from './catalogues'
import { directionOf, isLocale } from './locales'
import { hasMessage, translator } from './translate'

test('a day is written the British way, in either language', () => {
  const day = Date.UTC(2026, 2, 9, 12)
  expect(translator('en')('form.day', { day })).toBe('9 March 2026')
  expect(translator('cy')('form.day', { day })).toContain('2026')
})

test('a value is put in its place', () => {
  expect(translator('en')('form.error.too-long', { max: 1000 })).toContain('1,000')
})

test('a key that does not exist, or a value left out, is our mistake and throws', () => {
  expect(() => translator('en')('form.error.unheard-of')).toThrow()
  expect(() => translator('en')('form.error.too-long')).toThrow()
  expect(hasMessage('en', 'form.error.unheard-of')).toBe(false)
  expect(hasMessage('cy', 'form.blank')).toBe(true)
})

test('one translator for each language', () => {
  expect(translator('en')).toBe(translator('en'))
})

test('what a language lacks comes from the one below it', () => {
  const merged = layered({ a: { b: 'one', c: 'two' }, d: 'three' }, { a: { c: 'dau' } })
  expect([...flattened(merged)]).toEqual([
    ['a.b', 'one'],
    ['a.c', 'dau'],
    ['d', 'three'],
  ])
})

describe('locales', () => {
  test.each([
    ['en', true],
    ['cy', true],
    ['de', false],
    ['constructor', false],
    ['', false],
  ])('%j: %j', (text, known) => {
    expect(isLocale(text)).toBe(known)
  })

  test.each([
    ['cy', 'ltr'],
    ['ar', 'rtl'],
    ['ur-PK', 'rtl'],
    ['', 'ltr'],
  ])('%j is written %s', (locale, direction) => {
    expect(directionOf(locale)).toBe(direction)
  })
})
