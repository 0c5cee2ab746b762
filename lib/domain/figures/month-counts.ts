import type { By, Dimension, DimensionPair } from './measures'
import { pairName } from './measures'
import type { Tally } from './rows'
import { sumOf } from './widen'
import type { Counts } from './widen'

/** Tallies of one measure, to be asked about some months together. */
export interface MonthCounts {
  readonly total: (months: readonly string[]) => number
  /** By the values of a dimension that occur in them. */
  readonly by: (dimension: Dimension, months: readonly string[]) => Counts
  readonly pair: (pair: DimensionPair, months: readonly string[]) => (a: string, b: string) => number
}

const keyOf = (a: string, b: string) => JSON.stringify([a, b])

/** Sets tallies in order by what they are by. */
export function countMonths(tallies: readonly Tally[]): MonthCounts {
  const rows = Map.groupBy(tallies, ({ by }) => by)
  const sum = (by: By, months: readonly string[], key: (tally: Tally) => string): Counts => {
    const within = new Set(months)
    const counts = new Map<string, number>()
    for (const tally of rows.get(by) ?? []) {
      if (within.has(tally.month)) counts.set(key(tally), (counts.get(key(tally)) ?? 0) + tally.count)
    }
    return counts
  }
  return {
    total: (months) =>
      sumOf(
        [''],
        sum('all', months, () => ''),
      ),
    by: (dimension, months) => sum(dimension, months, ({ a }) => a),
    pair: (pair, months) => {
      const counts = sum(pairName(pair), months, ({ a, b }) => keyOf(a, b))
      return (a, b) => counts.get(keyOf(a, b)) ?? 0
    },
  }
}
