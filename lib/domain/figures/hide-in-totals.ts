import type { HiddenInPeriods, PeriodCounts } from './hide-in-periods'
import { isSafeStair, sizeOf } from './stair'
import type { Step } from './stair'
import { smallestFirst, sumOf } from './widen'
import type { HidingRule } from './widen'

/** The totals of a whole year by the values of a dimension. */
export interface YearTotals {
  /** Every value's own total: those in `apart` are not told. */
  readonly totals: ReadonlyMap<string, number>
  /** Values of which only the sum can be told: together they are enough, or there are none. */
  readonly apart: ReadonlySet<string>
  /** Whether pairs may be made of the dimension, of those that are apart as if they were one. */
  readonly isPaired: boolean
}

/**
 * Which totals of a whole year are told. Of values that were never hidden: all, they are sums of what was. Of those that were: all but some that
 * are put apart, so that the stair they leave is safe. Apart are those whose hidden part is too small, those that were late, and the smallest
 * others until together they are enough; all, where the stair is not safe even so. Of late ones a 0 was shown, and 0 is a figure of each part:
 * pairs may be made where one that is not late is apart with them, so that all together were never shown as none.
 */
export function hideInTotals(
  periods: readonly PeriodCounts[],
  hiding: HiddenInPeriods,
  rule: HidingRule,
): YearTotals {
  const { hidden, late } = hiding
  const ever = [...new Set(hidden.flatMap((one) => [...one]))]
  const values = new Set([...periods.flatMap(({ counts }) => [...counts.keys()]), ...ever])
  const totals = new Map([...values].map((value) => [value, totalOf(value, periods)]))
  // A value without a single case is no column: that it has none says nothing of any other.
  const present = ever.filter((value) => totals.get(value) !== 0)
  const chosen = putApart(present, periods, hiding, rule)
  const others = present.filter((value) => !chosen.includes(value))
  const stair = [...others.map((value) => [value]), ...(chosen.length > 0 ? [chosen] : [])]
  const isSafe = isSafeStair(
    stair.map((column) => stepOf(column, periods, hidden)),
    rule.minimum,
  )
  const apart = isSafe ? chosen : present
  return {
    totals,
    apart: new Set(apart),
    isPaired: late.size === 0 || apart.some((value) => !late.has(value)),
  }
}

function totalOf(value: string, periods: readonly PeriodCounts[]): number {
  return periods.reduce((sum, { counts }) => sum + (counts.get(value) ?? 0), 0)
}

function stepOf(
  values: readonly string[],
  periods: readonly PeriodCounts[],
  hidden: readonly ReadonlySet<string>[],
): Step {
  const parts = hidden.map((one) => values.filter((value) => one.has(value)))
  return {
    start: parts.findIndex((part) => part.length > 0),
    inPeriod: parts.map((part, at) => sumOf(part, periods[at]?.counts ?? new Map())),
  }
}

function putApart(
  present: readonly string[],
  periods: readonly PeriodCounts[],
  { hidden, late }: HiddenInPeriods,
  rule: HidingRule,
): readonly string[] {
  const sizes = new Map(present.map((value) => [value, sizeOf(stepOf([value], periods, hidden))]))
  const size = (value: string) => sizes.get(value) ?? 0
  const sorted = smallestFirst(present, sizes, rule)
  const apart = sorted.filter((value) => late.has(value) || size(value) < rule.minimum)
  if (apart.length === 0) return apart
  for (const value of sorted.filter((each) => !apart.includes(each))) {
    const sum = apart.reduce((all, each) => all + size(each), 0)
    if (sum >= rule.minimum && apart.some((each) => !late.has(each))) break
    apart.push(value)
  }
  return apart
}
