import type { Force } from '../force'
import type { By, Measure } from './measures'
import { release } from './release'
import type { PublishedRow, Tally } from './rows'
import { shapeOf } from './shape'
import type { Shape } from './shape'
import { monthsOfYear } from './statistics-year'

/** A measure in a month, as it was when it was frozen. */
export interface FrozenMonth {
  readonly measure: Measure
  /** `YYYY-MM` */
  readonly month: string
  readonly minimum: number
  /** By what it was counted. */
  readonly cells: readonly string[]
  readonly tallies: readonly Pick<Tally, 'by' | 'a' | 'b' | 'count'>[]
}

/**
 * All that is told of one measure in one year, from its frozen months and those of the year before, in order, which may be among others. `begin` is the first month that is
 * told of (`toldFrom`). A year is told by
 * the minimum its first month had, and by what all its months were counted by: what is counted since, is told from the next year on.
 */
export function toldOfYear(
  measure: Measure,
  year: number,
  frozen: readonly FrozenMonth[],
  force: Force,
  begin: string | null,
): readonly PublishedRow[] {
  const months = monthsOfYear(year, force.statistics)
  const own = frozen.filter((one) => one.measure === measure)
  const inYear = months.flatMap((month) => own.filter((one) => one.month === month))
  const [first] = inYear
  if (first === undefined || begin === null) return []
  const before = monthsOfYear(year - 1, force.statistics).filter((month) => month >= begin)
  const shape = countedShape(shapeOf(measure, force), inYear)
  // A month that was not counted by something says nothing of how small it was.
  const isCounted = ({ cells }: FrozenMonth) =>
    shape.dimensions.every(({ dimension }) => cells.includes(dimension))
  return release(shape, {
    ...{ year, months, minimum: first.minimum },
    released: months.filter((month) => month <= (inYear.at(-1)?.month ?? '')).length,
    // What the product counts since later has months in which it did not.
    untold: months.filter((month) => month < begin || month < first.month).length,
    tallies: inYear.flatMap(talliesOf),
    before: own.filter((one) => before.includes(one.month) && isCounted(one)).flatMap(talliesOf),
  })
}

function countedShape(shape: Shape, months: readonly FrozenMonth[]): Shape {
  const isCounted = (by: string) => months.every(({ cells }) => cells.includes(by))
  return {
    ...shape,
    dimensions: shape.dimensions.filter(({ dimension }) => isCounted(dimension)),
    pairs: shape.pairs.filter((pair) => isCounted(pair.join('*')) && pair.every(isCounted)),
  }
}

function talliesOf({ measure, month, tallies }: FrozenMonth): readonly Tally[] {
  return tallies.map((tally) => ({ ...tally, by: tally.by satisfies By, measure, month }))
}
