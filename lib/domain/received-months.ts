import { Temporal } from 'temporal-polyfill'
import { instantOf } from './calendar'
import { problemsOfSpan } from './figures/span-problems'
import type { SpanProblem } from './figures/span-problems'
import { addMonths, readMonth } from './figures/statistics-year'
import type { Force } from './force'

/** Whole months (`YYYY-MM`) in which cases came, both within. */
export interface ReceivedMonths {
  readonly from: string
  readonly until: string
}

/** Months out of an address; nothing where one of them is none, they are reversed, are yet to come, or are more than ten years. */
export function readMonths(
  from: string | undefined,
  until: string | undefined,
  thisMonth: string | undefined,
): ReceivedMonths | undefined {
  if (from === undefined || until === undefined || thisMonth === undefined) return undefined
  if (problemsOfSpan({ from, until }, thisMonth).length > 0) return undefined
  const [first, last] = [readMonth(from), readMonth(until)]
  return first === null || last === null ? undefined : { from: first, until: last }
}

/** What is wrong with a month that was typed; `both`: one of two is missing. The others are as of figures. */
type MonthProblem = 'both' | SpanProblem

/** What is wrong with the months of an address, where anything was typed of them. */
export function problemsOfMonths(
  from: string | undefined,
  until: string | undefined,
  thisMonth: string,
): readonly { readonly field: 'from' | 'until'; readonly code: MonthProblem }[] {
  const [first, last] = [(from ?? '').trim(), (until ?? '').trim()]
  if (first === '' && last === '') return []
  if (first === '') return [{ field: 'from', code: 'both' }]
  if (last === '') return [{ field: 'until', code: 'both' }]
  return problemsOfSpan({ from: first, until: last }, thisMonth)
}

/** The months that something is narrowed to, where it is. */
export function monthsIn({ from, until }: Partial<ReceivedMonths>): ReceivedMonths | null {
  return from === undefined || until === undefined ? null : { from, until }
}

/** When they begin, and when what comes after them does, by the force's clocks. */
export function spanOfMonths(
  { from, until }: ReceivedMonths,
  force: Pick<Force, 'timeZone'>,
): readonly [Date, Date] {
  const begin = (month: string) => instantOf(Temporal.PlainDate.from(`${month}-01`), '00:00', force)
  return [begin(from), begin(addMonths(until, 1))]
}
