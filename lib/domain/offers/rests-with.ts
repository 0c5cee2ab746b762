import { nextDuty } from '../duty'
import type { LeftOutRule, Moment } from '../eligibility'
import { leftOutRules } from '../eligibility'
import type { OfficerFacts, RoutingFacts } from '../officer-facts'

/** Why a case does not rest with whoever holds it; words are `offer.reason.<reason>`. */
export type FreedReason = Extract<
  LeftOutRule,
  'inactive' | 'not-trained' | 'training-lapsed' | 'handing-over' | 'no-duty-ahead'
>

/** A case somebody holds. */
interface Held {
  /** When the first of its clocks that run is due. Null: none runs. */
  readonly dueAt: Date | null
  /** When its holder last did something to it, or a person last gave it to them by name. */
  readonly touchedAt: Date | null
}

const day = 86_400_000
const noCase: RoutingFacts = {
  district: null,
  languages: [],
  excludedDistricts: [],
  excludedOfficers: [],
  restricted: false,
}

/**
 * Why a case is not to stay with the officer who holds it, or null where it rests with them. Nothing rests with whoever takes no cases any
 * more, must hand over or is not trained any more; nor with whoever is not on duty before the first thing it waits for is due. What is
 * late already waits for them for a day. Whoever worked on it while off duty, or was given it then by name, knows better than the rota:
 * for a day it stays with them.
 */
export function restsNot(holder: OfficerFacts | null, held: Held, moment: Moment): FreedReason | null {
  if (!holder?.active) return 'inactive'
  if (holder.handingOver) return 'handing-over'
  if (holder.trainingUntil === null) return 'not-trained'
  if (leftOutRules['training-lapsed'](holder, noCase, moment)) return 'training-lapsed'
  if (isKeptOffDuty(holder, held, moment.now)) return null
  return isBackInTime(holder, held, moment.now) ? null : 'no-duty-ahead'
}

function isBackInTime({ shifts }: OfficerFacts, { dueAt }: Held, now: Date): boolean {
  const duty = nextDuty(shifts, now)
  if (duty === null) return false
  if (dueAt === null || duty.until !== null) return true
  const waits = dueAt > now ? dueAt : new Date(now.getTime() + day)
  return duty.from < waits
}

function isKeptOffDuty({ shifts }: OfficerFacts, { touchedAt }: Held, now: Date): boolean {
  if (touchedAt === null || touchedAt.getTime() < now.getTime() - day) return false
  return !shifts.some(({ startsAt, endsAt }) => startsAt <= touchedAt && touchedAt < endsAt)
}
