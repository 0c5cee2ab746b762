import type { Count, Interval } from './chart-words'

/** One month, or a few gathered into one period. */
export interface TrendPeriod {
  readonly key: string
  /** `April to June 2026`. */
  readonly label: string
  /** `Apr–Jun`: what fits below a column. */
  readonly short: string
  readonly value: Count
  /** The same period a year before. Absent: there is none. */
  readonly before?: Count | undefined
  readonly interval?: Interval | undefined
  /** Where the cases behind the value are. */
  readonly href?: string | undefined
}
