import type { By, Measure } from './measures'

/** A raw count of one month, as the database keeps it: a secret. No row is none. `a` and `b` are values, empty where `by` has none. */
export interface Tally {
  readonly measure: Measure
  /** `YYYY-MM` */
  readonly month: string
  readonly by: By
  readonly a: string
  readonly b: string
  readonly count: number
}

/**
 * What anybody may see, and all that pages and files are made from. A row is never changed and never taken back. Of a period there is a row
 * `all`, and for each dimension a row for each value; a value without one in a period that has an `all` occurred in none of it. Pairs are told
 * of whole years alone.
 */
export interface PublishedRow {
  readonly measure: Measure
  /** The statistics year, by the calendar year it begins in. */
  readonly year: number
  /** First and last month of the period, `YYYY-MM`. */
  readonly first: string
  readonly last: string
  /** The year as a whole. One period may be as long, and is told beside it. */
  readonly whole: boolean
  readonly by: By
  readonly a: string
  readonly b: string
  /** Null: not told. */
  readonly count: number | null
}
