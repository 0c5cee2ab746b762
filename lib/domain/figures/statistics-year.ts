import { Temporal } from 'temporal-polyfill'
import { localTime } from '../calendar'
import type { Force, StatisticsRules } from '../force'

type Begins = Pick<StatisticsRules, 'yearBegins'>
const pattern = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])$/u

/** More months than these are asked for by nobody: ten years. */
export const longestMonths = 120

/** A month (`YYYY-MM`) as it was typed, spaces aside; null where it is none. */
export function readMonth(typed: string): string | null {
  const text = typed.trim()
  return pattern.test(text) ? text : null
}

/** The month an instant falls in, by the force's clocks. */
export function monthOf(at: Date, force: Pick<Force, 'timeZone'>): string {
  return localTime(at, force).toPlainDate().toString().slice(0, 7)
}

/** Months since the year 0, to reckon with. */
function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthWith(number: number): string {
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** The month so many after another, or before it. */
export function addMonths(month: string, count: number): string {
  return monthWith(numberOf(month) + count)
}

/** All months from one to another, both within; none where they are reversed. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const length = Math.max(0, numberOf(last) - numberOf(first) + 1)
  return Array.from({ length }, (_, at) => addMonths(first, at))
}

/** The statistics year a month is in, by the calendar year it begins in. */
export function yearOf(month: string, { yearBegins }: Begins): number {
  return Math.floor((numberOf(month) - (yearBegins - 1)) / 12)
}

/** The twelve months of a statistics year. */
export function monthsOfYear(year: number, { yearBegins }: Begins): readonly string[] {
  const first = monthWith(year * 12 + yearBegins - 1)
  return monthsBetween(first, addMonths(first, 11))
}

/** The day (`YYYY-MM-DD`, by the force's clocks) from which on a month is told: its last acts are written down by then. */
export function releaseDayOf(month: string, { settleDays }: Pick<StatisticsRules, 'settleDays'>): string {
  const next = Temporal.PlainDate.from(`${addMonths(month, 1)}-01`)
  return next.add({ days: settleDays }).toString()
}

/** The months from `first` on that are told on a day, in their order. */
export function releasedMonths(
  first: string,
  day: string,
  rules: Pick<StatisticsRules, 'settleDays'>,
): readonly string[] {
  return monthsBetween(first, day.slice(0, 7)).filter((month) => releaseDayOf(month, rules) <= day)
}
