/** Who is to make the first contact: an officer who was asked for, whoever a person chooses first, or nobody in particular. */
export type AskedContact = 'officer' | 'person-first' | 'nobody'

/** What is told of a promise; words are `public.promise.<kind>`. */
export type PromiseKind =
  'aim' | 'on-duty' | 'next-duty' | 'contact' | 'later' | 'nobody-known' | 'person-first' | 'not-reachable'

/** A promise as it is shown. Times are instants. */
export interface ShownPromise {
  readonly asked: AskedContact
  readonly reachable: boolean
  readonly by: Date
  readonly dutyAt: Date | null
  readonly beyondTarget: boolean
}

/** For so long after it was reckoned it is true to say that somebody is on duty now, in milliseconds. */
const isNow = 15 * 60_000

/** Which words are true of a promise when it is read. Who cannot be reached is never told that they will be. */
export function promiseKind(
  { asked, reachable, dutyAt, beyondTarget }: ShownPromise,
  now: Date,
): PromiseKind {
  if (asked === 'nobody') return 'aim'
  if (!reachable) return 'not-reachable'
  if (asked === 'person-first') return 'person-first'
  if (dutyAt === null) return 'nobody-known'
  if (dutyAt > now) return beyondTarget ? 'later' : 'next-duty'
  return now.getTime() - dutyAt.getTime() < isNow ? 'on-duty' : 'contact'
}
