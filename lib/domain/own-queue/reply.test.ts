import { expect, it } from 'vitest'
import { repliesIn, withReply } from './reply'

const replies = { en: [{ id: 'thanks', text: 'Thank you.' }], cy: [{ id: 'thanks', text: 'Diolch.' }] }
const choices = ['en', 'cy', 'fr'].flatMap((language) => repliesIn(replies, language))

it.each([
  ['', 'cy thanks', 'Diolch.'],
  [' \n', 'en thanks', 'Thank you.'],
  ['Dear you,\n', 'en thanks', 'Dear you,\n\nThank you.'],
  ['Dear you', 'en other', 'Dear you'],
  ['Dear you', '', 'Dear you'],
])('%j with %j is %j', (written, chosen, both) => {
  expect(withReply(written, choices, chosen)).toBe(both)
})
