import { nextDuty } from '../duty'
import { type LeftOutRule, type Moment, leftOutAt } from '../eligibility'
import type { OfficerFacts, RoutingFacts } from '../officer-facts'
import type { RoutingRule } from '../routing'

/**
 * How the duty ended that an offer was for: there was time to answer in it, or there was not, which is nobody's fault and keeps nobody
 * from being asked again.
 */
export type DutyOver = 'duty-over' | 'duty-too-short'

/**
 * What ends an offer that was not answered: the duty it was for is over, its officer is off duty and back too late and somebody else is there
 * sooner, or its officer could not be asked any more.
 */
export type LapseReason = DutyOver | 'too-late' | LeftOutRule

/** Why nobody is asked for a case by itself: a person has to see to it. Null where somebody may be asked. */
export function notToBeAsked(found: {
  readonly restricted: boolean
  readonly namesExclusion: boolean
  readonly wantsOfficer: boolean
}): RoutingRule | null {
  if (found.restricted) return 'restricted-to-supervisors'
  if (found.namesExclusion) return 'somebody-described'
  return found.wantsOfficer ? null : 'officer-not-asked-for'
}

/**
 * Why an offer does not hold any more, or null where it does. `officer` counts it among their open cases; null where they are none any
 * more. `dutyOver`: how a duty ended that was ahead of them, or ran for long enough, when they were asked; null: none has.
 */
export function lapseOf(
  officer: OfficerFacts | null,
  facts: RoutingFacts,
  moment: Moment,
  dutyOver: DutyOver | null,
): LapseReason | null {
  if (officer === null) return 'inactive'
  const without = { ...officer, openCases: officer.openCases - 1 }
  const rule = leftOutAt(without, facts, moment, nextDuty(officer.shifts, moment.now))
  return rule ?? dutyOver
}
