/**
 * Who is to make the first contact: an officer who was asked for, somebody at the desk because it cannot wait for one, whoever a person
 * chooses first, or nobody in particular.
 */
export const askedContacts = ['officer', 'desk-first', 'person-first', 'nobody'] as const
export type AskedContact = (typeof askedContacts)[number]

/**
 * How somebody hears from us: they are reached out to; a message waits for their return code; they contact us and nobody contacts them;
 * or there is no way at all.
 */
export const reaches = ['out', 'code', 'theirs', 'none'] as const
export type Reach = (typeof reaches)[number]

/** What is told of whoever makes the first contact, and when. */
type Told = 'person-first' | 'desk-first' | 'nobody-known' | 'on-duty' | 'next-duty' | 'contact' | 'later'

/** What is told of a promise; words are `public.promise.<kind>` and, to be read aloud, `spoken.promise.<kind>`. */
export type PromiseKind = 'aim' | 'not-reachable' | Told | `${Told}-code` | `${Exclude<Told, 'later'>}-theirs`

/** A promise as it is shown. Times are instants. */
export interface ShownPromise {
  readonly asked: AskedContact
  readonly reach: Reach
  readonly by: Date
  readonly dutyAt: Date | null
  readonly beyondTarget: boolean
}

/** For so long after it was reckoned it is true to say that somebody is on duty now, in milliseconds. */
const isNow = 15 * 60_000

/** Which words are true of a promise when it is read. Nobody is told that they will be contacted who asked not to be, or cannot be. */
export function promiseKind(promise: ShownPromise, now: Date): PromiseKind {
  const { asked, reach } = promise
  if (asked === 'nobody') return 'aim'
  if (reach === 'none') return 'not-reachable'
  const told = toldOf(promise, now)
  if (reach === 'out') return told
  if (reach === 'code') return `${told}-code`
  return `${told === 'later' ? 'next-duty' : told}-theirs`
}

function toldOf({ asked, dutyAt, beyondTarget }: ShownPromise, now: Date): Told {
  if (asked === 'person-first' || asked === 'desk-first') return asked
  if (dutyAt === null) return 'nobody-known'
  if (dutyAt > now) return beyondTarget ? 'later' : 'next-duty'
  return now.getTime() - dutyAt.getTime() < isNow ? 'on-duty' : 'contact'
}

/** What was not done in time, as it was promised; words are `public.promise.<kind>`. */
type LateKind = 'lateContact' | 'lateMessage' | 'lateAim'

/** Which words are true of a promise that was not kept. */
export function lateKind({
  asked,
  reach,
  dutyAt,
}: Pick<ShownPromise, 'asked' | 'reach' | 'dutyAt'>): LateKind {
  const isPromised = asked === 'desk-first' || (asked === 'officer' && dutyAt !== null)
  if (isPromised && reach === 'out') return 'lateContact'
  return isPromised && reach === 'code' ? 'lateMessage' : 'lateAim'
}
