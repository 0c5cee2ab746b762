import { expect, test } from 'vitest'
import { daysOfNumber, tellsWhoTheyAre } from './code-renewal'

const now = new Date('2026-06-20T11:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000)
const one = '07700900123'
const other = '07700900999'

test.each([
  ['the number that was sent', { held: one, sent: one, since: null }, true],
  ['the same number, put in the plan again today', { held: one, sent: one, since: now }, true],
  ['another number since today', { held: other, sent: one, since: now }, false],
  ['a number where none was sent', { held: other, sent: null, since: daysAgo(1) }, false],
  [
    'another number, a moment too new',
    { held: other, sent: one, since: daysAgo(daysOfNumber - 0.001) },
    false,
  ],
  [
    'another number that has stood long enough',
    { held: other, sent: one, since: daysAgo(daysOfNumber) },
    true,
  ],
  ['no number', { held: null, sent: one, since: daysAgo(100) }, false],
])('%s', (_, number, known) => {
  expect(tellsWhoTheyAre(number, now)).toBe(known)
})
