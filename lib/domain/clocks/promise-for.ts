import { toGetInTouch } from '../duty'
import type { Force } from '../force'
import { promisedBy } from '../promise'
import type { Risk } from '../words'
import type { AskedContact, Reach, ShownPromise } from './promise-words'

/** When an officer who may be given the case is next on duty. The same instant as the question, or before it: they are on duty now. */
export interface DutyAhead {
  readonly from: Date
  readonly until: Date
}

/** What somebody is told. */
interface OfficerPromise {
  /** By when they will have been contacted; where they contact us, by when it is read. */
  readonly by: Date
  /** When the force aims for it, whoever is on duty. */
  readonly target: Date
  /** When the officer it counts on is on duty; null where no officer is counted on. */
  readonly dutyAt: Date | null
  /** Until when they are. */
  readonly dutyUntil: Date | null
  /** It is later than the force aims for, because nobody is on duty in time. */
  readonly beyondTarget: boolean
}

interface Asked {
  readonly risk: Risk
  readonly receivedAt: Date
  /** Null: no officer whom routing would ask is on duty as far as it looks ahead. */
  readonly duty: DutyAhead | null
  readonly force: Force
  readonly reach: Reach
}

/** A promise that waits for nobody's duty. */
export const nobodyCountedOn = { dutyAt: null, dutyUntil: null, beyondTarget: false } as const

/** What is promised with who it is that makes the first contact. */
export type ReckonedPromise = ShownPromise & OfficerPromise

/**
 * The promise that the rota can keep: the force's target, if the officer who comes first is on duty for long enough before it, else
 * the end of their duty, which says of itself that it is beyond the target: what else waits for them then is not known. Never before the duty it names. High risk does
 * not wait for an officer: whoever is at the desk makes the first contact, so that no duty after the target is counted on. Nor does it
 * where nobody can be contacted. Who contacts us is told of a duty, and nothing waits for it.
 */
export function promiseFor({ risk, receivedAt, duty, force, reach }: Asked): OfficerPromise {
  const target = promisedBy(risk, receivedAt, force)
  if (reach === 'none' || duty === null || (duty.until <= receivedAt && duty.until > duty.from))
    return { by: target, target, ...nobodyCountedOn }
  const dutyAt = duty.from > receivedAt ? duty.from : receivedAt
  const theirs = { dutyAt, dutyUntil: duty.until }
  const enough = enoughFrom(dutyAt, duty.until)
  if (enough <= target) return { by: target, target, ...theirs, beyondTarget: false }
  if (risk === 'high') return { by: target, target, ...nobodyCountedOn }
  if (reach === 'theirs') return { by: target, target, ...theirs, beyondTarget: false }
  const end = duty.until > enough ? duty.until : enough
  return { by: end, target, ...theirs, beyondTarget: true }
}

/** The same with who it is that makes the first contact: at high risk whoever is at the desk, where no officer is on duty in time. */
export function promiseTo({ asked, ...facts }: Asked & { readonly asked: AskedContact }): ReckonedPromise {
  const isOfficers = asked === 'officer'
  const promise = promiseFor({ ...facts, duty: isOfficers ? facts.duty : null })
  const isDesks = isOfficers && facts.risk === 'high' && promise.dutyAt === null
  return { ...promise, asked: isDesks ? 'desk-first' : asked, reach: facts.reach }
}

/** A duty said to end before it begins tells nothing about its end. */
function enoughFrom(dutyAt: Date, until: Date): Date {
  const needed = new Date(dutyAt.getTime() + toGetInTouch)
  return until > dutyAt && until < needed ? until : needed
}
