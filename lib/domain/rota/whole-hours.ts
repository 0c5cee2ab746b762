const hour = 3_600_000

/** A length of time in milliseconds as whole hours; less than one counts as one, so that no gap is said to be none. */
export function wholeHours(length: number): number {
  return Math.max(1, Math.round(length / hour))
}
