/** How unevenly something is shared, from 0 (everybody the same) to nearly 1 (one has it all): the Gini coefficient. */
export function gini(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0)
  if (total === 0) return 0
  const inOrder = shares.toSorted((a, b) => a - b)
  const weighted = inOrder.reduce(
    (sum, share, place) => sum + share * (2 * (place + 1) - shares.length - 1),
    0,
  )
  return weighted / (shares.length * total)
}

/** The value that a share of all values does not exceed: the nearest rank. NaN of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const place = Math.max(1, Math.ceil(share * values.length))
  return values.toSorted((a, b) => a - b)[place - 1] ?? Number.NaN
}
