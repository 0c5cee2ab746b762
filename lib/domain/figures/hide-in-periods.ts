import { widen } from './widen'
import type { Counts, HidingRule } from './widen'

/** One period of a table that is by the values of one dimension. */
export interface PeriodCounts {
  readonly total: number
  readonly short: boolean
  readonly counts: Counts
}

/** What is hidden of each period, and which values were shown as none before they came up. */
export interface HiddenInPeriods {
  readonly hidden: readonly ReadonlySet<string>[]
  readonly late: ReadonlySet<string>
}

/**
 * Goes through a year's periods and says which values are hidden in each.
 *
 * What is hidden in a period is hidden to the year's end: the cells that are hidden of a table are steps of a stair, which is what makes the
 * totals of `hideInTotals` safe. A value is hidden from where it is 1 to less than the minimum, or none after it occurred: a 0 that is shown says
 * of every part of it that it is empty, and with it two tables can be subtracted that otherwise could not. Before it first occurs a value is shown
 * as 0; one that comes up later than the first period is late, and hidden from there however many it has. `beforehand` are hidden from the first
 * period. A period that is empty, or short, hides nothing by itself. What is hidden depends on no later period.
 */
export function hideInPeriods(
  periods: readonly PeriodCounts[],
  beforehand: ReadonlySet<string>,
  rule: HidingRule,
): HiddenInPeriods {
  let sticky = beforehand
  let isFirst = true
  const begun = new Set<string>()
  const late = new Set<string>()
  const hidden = periods.map(({ total, short, counts }): ReadonlySet<string> => {
    if (short || total === 0) return new Set()
    for (const [value, count] of counts) {
      if (count > 0 && !isFirst && !begun.has(value) && !sticky.has(value)) late.add(value)
      if (count > 0) begun.add(value)
    }
    isFirst = false
    const small = [...begun].filter((value) => (counts.get(value) ?? 0) < rule.minimum)
    sticky = widen(new Set([...sticky, ...late, ...small]), counts, rule)
    return sticky
  })
  return { hidden, late }
}
