import { describe, expect, it } from 'vitest'
import { forbiddenIn } from '@/lib/domain/outbound/check-words'
import { longestLetter } from '@/lib/domain/outbound/letter'
import { forces } from './forces'

const texts = Object.values(forces).flatMap((force) =>
  Object.entries(force.letters).flatMap(([language, { subject, notice, templates }]) =>
    [subject, notice, ...templates.map(({ text }) => text)].map((text) => ({ force, language, text })),
  ),
)

describe('what is sent where nothing may say whom it is from', () => {
  it.each(texts)('passes the check: $text', ({ force, text }) => {
    const names = Object.values(forces).map(({ name }) => name)
    expect(forbiddenIn(text, { neutral: true, languages: force.languages, names, own: [] })).toEqual([])
    expect(text.length).toBeLessThanOrEqual(longestLetter)
  })

  it.each(Object.values(forces))(
    'is there in each language of $id, with the same templates',
    ({ letters, languages }) => {
      expect(Object.keys(letters).sort()).toEqual([...languages].sort())
      const ids = Object.values(letters).map(({ templates }) => templates.map(({ id }) => id))
      expect(new Set(ids.map((one) => one.join(' '))).size).toBe(1)
    },
  )
})
