import { Temporal } from 'temporal-polyfill'
import { instantOf } from './calendar'
import { addMonths, longestMonths, monthsBetween, readMonth } from './figures/statistics-year'
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
  const [first, last] = [readMonth(from), readMonth(until)]
  if (first === null || last === null || last > thisMonth) return undefined
  const { length } = monthsBetween(first, last)
  return length === 0 || length > longestMonths ? undefined : { from: first, until: last }
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
