import { expect, it } from 'vitest'
import { isOutOfHours } from './out-of-hours'

const force = {
  timeZone: 'Europe/London',
  readingHours: { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] },
} as const

it.each([
  // A Tuesday in winter.
  ['2026-11-24T03:04:00Z', true],
  ['2026-11-24T08:59:00Z', true],
  ['2026-11-24T09:00:00Z', false],
  ['2026-11-24T17:00:00Z', false],
  ['2026-11-24T17:01:00Z', true],
  // In summer the clocks of the force are an hour ahead.
  ['2026-07-21T08:00:00Z', false],
  ['2026-07-21T16:30:00Z', true],
  // A Saturday.
  ['2026-11-28T12:00:00Z', true],
])('at %s nobody reads: %s', (at, isOut) => {
  expect(isOutOfHours(new Date(at), force)).toBe(isOut)
})
