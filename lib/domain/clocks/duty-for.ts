import { dutyToCountOn, shiftsToCountOn } from '../duty'
import type { Force } from '../force'
import { specialismsOf } from '../offers/specialisms-of'
import type { OfficerFacts, Shift } from '../officer-facts'
import { rankOfficers } from '../routing'
import type { DistrictId, StrandId } from '../words'
import type { DutyAhead } from './promise-for'

/** What may be known of an officer outside the desk, for a promise: no id and no name, and of their duty the next two shifts. */
export type AnonymousOfficer = Pick<
  OfficerFacts,
  | 'districts'
  | 'languages'
  | 'specialisms'
  | 'trainingUntil'
  | 'openCases'
  | 'openLimit'
  | 'oneMore'
  | 'handingOver'
  | 'shifts'
>

/** What of a submission decides who may be asked. */
export interface AskedFor {
  readonly district: DistrictId | null
  readonly strands: readonly StrandId[]
  readonly riskRules: readonly string[]
  readonly languages: readonly string[]
  readonly excludedDistricts: readonly DistrictId[]
  /** When the force aims to have made the first contact. */
  readonly dueAt: Date
}

/** The duty of the officer whom routing would ask first, by the very same ranking; null where it would find nobody. */
export function dutyFor(
  asked: AskedFor,
  officers: readonly AnonymousOfficer[],
  force: Force,
  at: Date,
): DutyAhead | null {
  const facts = {
    ...asked,
    ...{ excludedOfficers: [], restricted: false, specialisms: specialismsOf(asked, force) },
  }
  const members = officers.map((officer, index): OfficerFacts => ({
    ...officer,
    ...{ id: String(index).padStart(6, '0'), active: true, lastAssignedAt: null, conflicts: false },
  }))
  const [first] = rankOfficers(facts, members, force, at).candidates
  return first === undefined ? null : dutyAheadOf(officers[Number(first.officerId)]?.shifts ?? [], at)
}

/** The next duty somebody can be counted on in, with its end; null with none ahead. */
export function dutyAheadOf(shifts: readonly Shift[], at: Date): DutyAhead | null {
  const duty = dutyToCountOn(shifts, at)
  if (duty === null) return null
  const { from, until } = duty
  if (until !== null) return { from, until }
  const ends = shiftsToCountOn(shifts, at)
    .filter(({ startsAt, endsAt }) => startsAt.getTime() === from.getTime() && endsAt > startsAt)
    .map(({ endsAt }) => endsAt.getTime())
  return { from, until: new Date(Math.max(...ends)) }
}
