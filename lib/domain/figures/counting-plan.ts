import type { Force } from '../force'
import { dimensionsOf, measures, pairName, pairsOf } from './measures'
import type { By, Measure } from './measures'

/** What the database counts by, of a force: `count_figures` reads it. */
export interface CountingPlan {
  /** Whose clocks say in which month something was. */
  readonly zone: string
  readonly measures: Readonly<Record<Measure, readonly By[]>>
}

/** Everything that is counted of a force: each measure by each of its dimensions and pairs. */
export function countingPlan(force: Pick<Force, 'timeZone' | 'extraStrands'>): CountingPlan {
  const cells = (measure: Measure) => [
    measure,
    [...dimensionsOf(measure, force), ...pairsOf(measure, force).map(pairName)],
  ]
  return {
    zone: force.timeZone,
    measures: Object.fromEntries(measures.map(cells)) as Record<Measure, readonly By[]>,
  }
}
