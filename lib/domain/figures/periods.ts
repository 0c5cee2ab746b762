/** Consecutive months that are told together. */
export interface Period {
  readonly months: readonly string[]
  /** Never 1 to less than the minimum, but where `short`. */
  readonly total: number
  /** What the year's end left over: too few for a period of their own. */
  readonly short: boolean
}

/**
 * Gathers released months into periods whose total is none or enough. A month that is not enough waits for the next: it is in no period until
 * then. Only as the year ends what still waits is a period, and short. Periods told before stay as they are when another month comes.
 */
export function gatherPeriods(
  months: readonly string[],
  totalOf: (month: string) => number,
  { minimum, yearEnds }: { readonly minimum: number; readonly yearEnds: boolean },
): readonly Period[] {
  const periods: Period[] = []
  let waiting: { months: string[]; total: number } = { months: [], total: 0 }
  for (const month of months) {
    waiting = { months: [...waiting.months, month], total: waiting.total + totalOf(month) }
    if (waiting.total > 0 && waiting.total < minimum) continue
    periods.push({ ...waiting, short: false })
    waiting = { months: [], total: 0 }
  }
  if (yearEnds && waiting.months.length > 0) periods.push({ ...waiting, short: true })
  return periods
}
