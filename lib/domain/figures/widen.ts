/** Counts of one row of a table, by value. A value without one has none. */
export type Counts = ReadonlyMap<string, number>

/** What hiding goes by. */
export interface HidingRule {
  readonly minimum: number
  /** How many there were of each value in the year before; empty where there was none. */
  readonly sizes: Counts
}

/**
 * Some values, the smallest first: by the year before, so that which of them is hidden along says nothing about how many there are now. Where there
 * was no year before, by `counts`.
 */
export function smallestFirst(
  values: readonly string[],
  counts: Counts,
  { sizes }: HidingRule,
): readonly string[] {
  const size = (value: string) => (sizes.size > 0 ? sizes : counts).get(value) ?? 0
  return [...values].sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1))
}

/** The sum of some values of a row. */
export function sumOf(values: Iterable<string>, counts: Counts): number {
  let sum = 0
  for (const value of values) sum += counts.get(value) ?? 0
  return sum
}

/**
 * What is hidden of a row so that those that must be can not be had by subtraction: they, and the smallest of the others until there are two and
 * together they are enough. Not enough is also none: that nothing is behind what is hidden would say what each of it is. Empty where nothing
 * must be hidden.
 */
export function widen(must: ReadonlySet<string>, counts: Counts, rule: HidingRule): ReadonlySet<string> {
  const hidden = new Set(must)
  if (hidden.size === 0) return hidden
  const others = [...counts]
    .filter(([value, count]) => count > 0 && !hidden.has(value))
    .map(([value]) => value)
  for (const value of smallestFirst(others, counts, rule)) {
    if (hidden.size >= 2 && sumOf(hidden, counts) >= rule.minimum) break
    hidden.add(value)
  }
  return hidden
}
