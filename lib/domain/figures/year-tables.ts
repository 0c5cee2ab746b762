import { hideInPeriods } from './hide-in-periods'
import type { HiddenInPeriods } from './hide-in-periods'
import { hideInTotals } from './hide-in-totals'
import type { YearTotals } from './hide-in-totals'
import { knownSmall } from './known-small'
import type { Dimension } from './measures'
import { countMonths } from './month-counts'
import type { MonthCounts } from './month-counts'
import type { Period } from './periods'
import type { Tally } from './rows'
import type { Shape } from './shape'

/** The counts of a year, and what is known of it as a whole. */
export interface CountedYear {
  readonly shape: Shape
  readonly counts: MonthCounts
  readonly periods: readonly Period[]
  /** Of the year before. */
  readonly before: readonly Tally[]
  readonly minimum: number
  readonly isWhole: boolean
}

/** What is told and kept of one dimension in a year. */
export interface DimensionTable {
  readonly dimension: Dimension
  readonly beforehand: ReadonlySet<string>
  readonly hiding: HiddenInPeriods
  /** Null until the year is whole, and for good where its end left a period short. */
  readonly totals: YearTotals | null
}

/** Decides what is hidden of the tables by a dimension. */
export function tableOf(dimension: Dimension, year: CountedYear): DimensionTable {
  const { counts, periods, before, minimum, isWhole } = year
  const rows = periods.map((period) => ({ ...period, counts: counts.by(dimension, period.months) }))
  const past = countMonths(before)
  const monthsBefore = [...new Set(before.map(({ month }) => month))].sort()
  const beforehand = knownSmall(
    monthsBefore.map((month) => ({ total: past.total([month]), counts: past.by(dimension, [month]) })),
    minimum,
  )
  const rule = { minimum, sizes: past.by(dimension, monthsBefore) }
  const hiding = hideInPeriods(rows, beforehand, rule)
  const isTold = isWhole && periods.every(({ short }) => !short)
  return { dimension, beforehand, hiding, totals: isTold ? hideInTotals(rows, hiding, rule) : null }
}

/** The values that are known by a period: not those that come up later, or a row told before would not have been there. */
export function valuesBy(
  at: number,
  { dimension, beforehand }: DimensionTable,
  { shape, counts, periods }: CountedYear,
): readonly string[] {
  const listed = shape.dimensions.find((one) => one.dimension === dimension)?.values ?? []
  const months = periods.slice(0, at + 1).flatMap((period) => period.months)
  const others = new Set([...beforehand, ...counts.by(dimension, months).keys()])
  return [...listed, ...[...others].filter((value) => !listed.includes(value)).sort()]
}

/** What is told of a value's total. */
export function toldTotal({ totals }: DimensionTable, value: string): number | null {
  return totals === null || totals.apart.has(value) ? null : (totals.totals.get(value) ?? 0)
}
