import type { Temporal } from 'temporal-polyfill'
import { diceOf } from './dice'

/** The last month has so many times as many as the one ten years before. */
const growth = 2.4
const tenYears = 120
/** January first: more in summer, fewest in winter. */
const seasons = [0.86, 0.87, 0.95, 1, 1.06, 1.14, 1.18, 1.1, 1.03, 1.03, 0.95, 0.83]
/** No month is quite what its season says: so much more or less, at most. */
const unevenness = 0.15
/** Monday first. */
const weekdays = [1, 0.95, 0.95, 1, 1.12, 1.2, 1.05]
/** Midnight first: most in the afternoon and evening. */
const hours = [5, 4, 3, 2, 2, 2, 3, 4, 6, 8, 9, 10, 10, 10, 10, 11, 12, 12, 12, 12, 11, 10, 9, 7]

/** When each of so many cases came in so many months before that of `until`, or in it, the oldest first, a month at a time. */
export function* arrivalTimes(
  count: number,
  seed: number,
  until: Temporal.ZonedDateTime,
  before: number,
): Generator<readonly number[]> {
  const first = until.toPlainDate().toPlainYearMonth().subtract({ months: before })
  const months = Array.from({ length: before + 1 }, (_, at) => first.add({ months: at }))
  const lengths = months.map((month, at) => weightOf(month, [at, months.length], seed, until))
  const whole = lengths.reduce((sum, weight) => sum + weight, 0)
  let [given, sum] = [0, 0]
  for (const [at, month] of months.entries()) {
    sum += lengths[at] ?? 0
    const share = Math.round((sum / whole) * count) - given
    given += share
    yield timesIn(month, share, seed, until)
  }
}

function weightOf(
  month: Temporal.PlainYearMonth,
  [at, all]: readonly [number, number],
  seed: number,
  until: Temporal.ZonedDateTime,
) {
  const isLast = at === all - 1
  const part = isLast ? until.day / month.daysInMonth : 1
  const dice = diceOf(seed + 1, month.year * 12 + month.month)
  const chance = 1 - unevenness + 2 * unevenness * dice.next()
  return (seasons[month.month - 1] ?? 1) * growth ** ((at + 1 - all) / tenYears) * part * chance
}

function timesIn(
  month: Temporal.PlainYearMonth,
  count: number,
  seed: number,
  until: Temporal.ZonedDateTime,
): readonly number[] {
  const dice = diceOf(seed, month.year * 12 + month.month)
  const start = month.toPlainDate({ day: 1 }).toZonedDateTime(until.timeZoneId)
  const [from, next] = [start.epochMilliseconds, start.add({ months: 1 }).epochMilliseconds]
  const to = Math.min(next, until.epochMilliseconds)
  const firstDay = start.dayOfWeek
  const times: number[] = []
  while (times.length < count) {
    const at = from + Math.floor(dice.next() * (to - from))
    const hour = Math.floor((at - from) / 3_600_000)
    // By the clock of the month's first day: who counts is an hour off for a few days of two months.
    const likely =
      ((weekdays[(firstDay - 1 + Math.floor(hour / 24)) % 7] ?? 1) / 1.2) * ((hours[hour % 24] ?? 6) / 12)
    if (dice.next() < likely) times.push(at)
  }
  return times.sort((a, b) => a - b)
}
