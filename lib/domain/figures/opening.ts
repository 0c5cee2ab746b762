import type { StatisticsRules } from '../force'
import { addMonths } from './statistics-year'

/** How many came in a month (`YYYY-MM`). */
export interface ReceivedMonth {
  readonly month: string
  readonly count: number
}

/**
 * The first month that is told of, from what came in all frozen months, in order; null while there is none. What is before is the opening: nobody
 * can know how many were open after it, and so figures of several measures say no more together than each by itself (decision 0051). Therefore it
 * lasts until enough came in so many months: one in which somebody tried the product is none of them.
 */
export function toldFrom(
  received: readonly ReceivedMonth[],
  { minimum, openingMonths }: Pick<StatisticsRules, 'minimum' | 'openingMonths'>,
): string | null {
  const enough = received.filter(({ count }) => count >= minimum)
  const last = enough[openingMonths - 1]
  return last === undefined ? null : addMonths(last.month, 1)
}
