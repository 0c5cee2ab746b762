/** How a promise of first contact ended; `open`: it has not. */
export const promiseOutcomes = ['kept', 'late', 'open', 'dropped'] as const
type PromiseOutcome = (typeof promiseOutcomes)[number]

/** Of which of its times, but for when it came, the months of a list can be: its first promise fell due, or it was closed. As figures count it. */
export const countedTimes = ['promised', 'closed'] as const
export type CountedTime = (typeof countedTimes)[number]

/** What cases of some months are besides, by what the months are of. */
export interface OfTime {
  readonly of?: CountedTime
  /** Of `promised`: how the first promise ended. */
  readonly outcome?: PromiseOutcome
  /** Of `closed`: how the case did. */
  readonly disposition?: string
}

/** Reads what some months are of, and what is told of that alone, out of an address. What does not go with it is passed over. */
export function readTime(
  one: (name: 'of' | 'outcome' | 'disposition') => string | undefined,
  dispositions: readonly string[] = [],
): OfTime {
  const of = countedTimes.find((known) => known === one('of'))
  if (of === undefined) return {}
  if (of === 'promised') {
    const outcome = promiseOutcomes.find((known) => known === one('outcome'))
    return outcome === undefined ? { of } : { of, outcome }
  }
  const disposition = dispositions.find((known) => known === one('disposition'))
  return disposition === undefined ? { of } : { of, disposition }
}
