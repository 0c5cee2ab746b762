/** Counts of one row of a table, by value. A value without one has none. */
export type Counts = ReadonlyMap<string, number>

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
export function widen(must: ReadonlySet<string>, counts: Counts, minimum: number): ReadonlySet<string> {
  const hidden = new Set(must)
  if (hidden.size === 0) return hidden
  const others = [...counts]
    .filter(([value, count]) => count > 0 && !hidden.has(value))
    .sort(([a, some], [b, more]) => some - more || (a < b ? -1 : 1))
  for (const [value] of others) {
    if (hidden.size >= 2 && sumOf(hidden, counts) >= minimum) break
    hidden.add(value)
  }
  return hidden
}
