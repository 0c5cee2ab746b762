/** That an open page was told of so many new cases, and when, in milliseconds. */
export interface Telling {
  readonly at: number
  readonly fresh: number
}

/**
 * How long each case waited until a page was told of it: what was sent first is told of first. A page is told how many, not which.
 * Infinity for those of which it was never told.
 */
export function waitsOf(sentAt: readonly number[], tellings: readonly Telling[]): readonly number[] {
  const toldAt = tellings
    .toSorted((one, other) => one.at - other.at)
    .flatMap(({ at, fresh }) => Array.from({ length: fresh }, () => at))
  return sentAt
    .toSorted((one, other) => one - other)
    .map((at, place) => (toldAt[place] ?? Number.POSITIVE_INFINITY) - at)
}
