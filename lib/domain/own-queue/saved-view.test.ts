import { expect, it } from 'vitest'
import { longestName, readViewName } from './saved-view'

it.each([
  ['  Mine,\tlate ', 'Mine, late'],
  ['', null],
  [' \n\u200B ', null],
  ['🧭'.repeat(longestName), '🧭'.repeat(longestName)],
  ['x'.repeat(longestName + 1), null],
  ['a\u0000b', 'a b'],
  ['e\u0301', 'é'],
])('%j is kept as %j', (typed, kept) => {
  expect(readViewName(typed)).toBe(kept)
})
