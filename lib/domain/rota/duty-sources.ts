import type { Shift } from '../officer-facts'

/** Duty on one day of a cycle. */
export interface Turn {
  /** The day of the cycle, 0 for the first. */
  readonly day: number
  /** `HH:MM` by the force's clock. A turn that ends no later than it begins ends on the next day. */
  readonly from: string
  readonly to: string
}

/** Duty that repeats. Days are ISO dates by the force's calendar. */
export interface Pattern {
  /** The first day of the first cycle. */
  readonly startsOn: string
  /** The last day on which a turn may begin. Null: no end is known. */
  readonly endsOn: string | null
  readonly cycleDays: number
  readonly turns: readonly Turn[]
}

/** All that says when an officer is on duty. */
export interface DutySources {
  readonly patterns: readonly Pattern[]
  /** Duty on one occasion. */
  readonly extras: readonly Shift[]
  /** When they are away, whatever else is said. */
  readonly leave: readonly Shift[]
}

/** For how long ahead duty is reckoned and kept, in milliseconds: 26 weeks. */
export const reckonedAhead = 26 * 7 * 86_400_000
