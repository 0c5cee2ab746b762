import { describe, expect, it } from 'vitest'
import { forbiddenIn } from '@/lib/domain/outbound/check-words'
import { longestMessage } from '@/lib/domain/message'
import { hasMessage } from '@/lib/i18n/translate'
import { forces } from './forces'

describe.each(Object.values(forces))('the texts for messages of $id', ({ languages, name, replies }) => {
  it('are the same in every language', () => {
    const [first = []] = languages.map((language) => replies[language] ?? [])
    expect(first.length).toBeGreaterThan(3)
    for (const language of languages)
      expect(replies[language]?.map(({ id }) => id)).toEqual(first.map(({ id }) => id))
  })

  it('have a name, fit into a message and would tell nobody else anything', () => {
    for (const { id, text } of Object.values(replies).flat()) {
      expect(hasMessage('en', `speed.reply.text.${id}`), id).toBe(true)
      expect(text.length).toBeLessThan(longestMessage / 4)
      expect(forbiddenIn(text, { neutral: true, languages, own: [], names: [name] }), id).toEqual([])
    }
  })
})
