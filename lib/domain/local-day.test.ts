import { expect, it } from 'vitest'
import { daysBetween, startOfDay } from './local-day'

it.each([
  ['2026-01-10T09:00:00Z', '2026-01-10T00:00:00.000Z'],
  ['2026-07-10T23:30:00Z', '2026-07-10T23:00:00.000Z'],
  ['2026-03-29T12:00:00Z', '2026-03-29T00:00:00.000Z'],
  ['2026-10-25T12:00:00Z', '2026-10-24T23:00:00.000Z'],
])('the day of %s starts at %s in London', (at, start) => {
  expect(startOfDay(new Date(at), 'Europe/London').toISOString()).toBe(start)
})

it.each([
  ['2026-01-10T09:00:00Z', '2026-01-10T23:59:00Z', 0],
  ['2026-01-10T23:59:00Z', '2026-01-11T00:01:00Z', 1],
  ['2026-07-10T22:30:00Z', '2026-07-10T23:30:00Z', 1],
  ['2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z', 2],
  ['2026-01-10T09:00:00Z', '2026-01-08T09:00:00Z', -2],
])('from %s to %s is %i days', (from, to, days) => {
  expect(daysBetween(new Date(from), new Date(to), 'Europe/London')).toBe(days)
})
