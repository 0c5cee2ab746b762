import type { Force } from '../force'
import { promisedBy } from '../promise'
import type { Risk } from '../words'

const hour = 3_600_000
/** How long somebody who comes on duty is given for the first contact, in milliseconds, where their duty lasts so long. */
const toGetInTouch = 2 * hour

/** When an officer who may be given the case is next on duty. The same instant as the question, or before it: they are on duty now. */
export interface DutyAhead {
  readonly from: Date
  readonly until: Date
}

/** What somebody is told. */
export interface OfficerPromise {
  /** By when they will have been contacted. */
  readonly by: Date
  /** When the officer it counts on is on duty; null where no officer is counted on. */
  readonly dutyAt: Date | null
  /** It is later than the force aims for, because nobody is on duty in time. */
  readonly beyondTarget: boolean
}

interface Asked {
  readonly risk: Risk
  readonly receivedAt: Date
  /** Null: no officer who could take it is on duty in the weeks that are known. */
  readonly duty: DutyAhead | null
  readonly force: Force
}

/**
 * The promise that the rota can keep: the force's target, if the officer who comes first is on duty for long enough before it, else
 * the time they need once they are, which says of itself that it is beyond the target. Never before the duty it names. High risk does
 * not wait for an officer: whoever is at the desk makes the first contact, so that no duty after the target is counted on.
 */
export function promiseFor({ risk, receivedAt, duty, force }: Asked): OfficerPromise {
  const target = promisedBy(risk, receivedAt, force)
  if (duty === null || (duty.until <= receivedAt && duty.until > duty.from))
    return { by: target, dutyAt: null, beyondTarget: false }
  const dutyAt = duty.from > receivedAt ? duty.from : receivedAt
  const enough = enoughFrom(dutyAt, duty.until)
  if (enough <= target) return { by: target, dutyAt, beyondTarget: false }
  if (risk === 'high') return { by: target, dutyAt: null, beyondTarget: false }
  return { by: enough, dutyAt, beyondTarget: true }
}

/** A duty said to end before it begins tells nothing about its end. */
function enoughFrom(dutyAt: Date, until: Date): Date {
  const needed = new Date(dutyAt.getTime() + toGetInTouch)
  return until > dutyAt && until < needed ? until : needed
}
