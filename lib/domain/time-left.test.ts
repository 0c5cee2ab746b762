import { expect, it } from 'vitest'
import { timeLeft } from './time-left'

const now = new Date('2026-06-10T12:00:00Z')
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

it.each([
  [-1, 'minutesLate', 1],
  [-59, 'minutesLate', 59],
  [-60, 'hoursLate', 1],
  [-47 * 60, 'hoursLate', 47],
  [-48 * 60, 'daysLate', 2],
  [0, 'inMinutes', 0],
  [50, 'inMinutes', 50],
  [60, 'inHours', 1],
  [9 * 60, 'inHours', 9],
  [13 * 60, 'tomorrow', 1],
  [30 * 60, 'tomorrow', 1],
  [50 * 60, 'onDay', 2],
  [6 * 24 * 60, 'onDay', 6],
  [7 * 24 * 60, 'onDate', 7],
] as const)('%i minutes away: %s %i', (minutes, key, count) => {
  expect(timeLeft(after(minutes), now, 'Europe/London')).toEqual({ key, count })
})
