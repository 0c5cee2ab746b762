import type { StatisticsRules } from '../force'
import { addMonths } from './statistics-year'

/** How many came in a frozen month (`YYYY-MM`), the minimum it is told by, and the first month that anything was ever told of, of all the same. */
export interface ReceivedMonth {
  readonly month: string
  readonly count: number
  readonly minimum: number
  readonly toldFrom: string | null
}

/**
 * The first month that is told of, from all frozen months in order; null while there is none. What is before is the opening: nobody can know how
 * many were open after it, and so figures of several measures say no more together than each by itself (decision 0051). Therefore it lasts until
 * enough came in so many months: one in which somebody tried the product is none of them. What was told once begins where it began.
 */
export function toldFrom(
  received: readonly ReceivedMonth[],
  { openingMonths }: Pick<StatisticsRules, 'openingMonths'>,
): string | null {
  const told = received[0]?.toldFrom ?? null
  if (told !== null) return told
  const last = received.filter(({ count, minimum }) => count >= minimum)[openingMonths - 1]
  return last === undefined ? null : addMonths(last.month, 1)
}
