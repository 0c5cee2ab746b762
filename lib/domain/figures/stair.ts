/** A column of the hidden cells of a table: hidden from a period on, with how many are in each period from there. */
export interface Step {
  readonly start: number
  readonly inPeriod: readonly number[]
}

/** How many are in a column, from a period on. */
export function sizeOf({ inPeriod }: Step, from = 0): number {
  return inPeriod.slice(from).reduce((sum, count) => sum + count, 0)
}

/**
 * Whether the sums of columns can be told of hidden cells of which the sum of each period is, and is enough. What a sum of rows and columns gives
 * away is a number for each row and one for each column such that a cell that is counted has 1 together and another 0. The first column is in
 * every row and the last row in every column, so that leaves three shapes: rows; columns; and rows less columns that lie wholly in them. Of the
 * third the least there is are the rows from where some column begins, with the columns that began before. So enough must be in each column, and
 * in what those that began before a column have from where it begins.
 */
export function isSafeStair(stair: readonly Step[], minimum: number): boolean {
  if (stair.some((step) => sizeOf(step) < minimum)) return false
  const first = Math.min(...stair.map(({ start }) => start))
  return stair.every(({ start }) => {
    if (start === first) return true
    const before = stair.filter((step) => step.start < start)
    return before.reduce((sum, step) => sum + sizeOf(step, start), 0) >= minimum
  })
}
