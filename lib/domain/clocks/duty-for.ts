import type { Force } from '../force'
import { specialismsOf } from '../offers/specialisms-of'
import type { OfficerFacts } from '../officer-facts'
import { rankOfficers } from '../routing'
import type { DistrictId, StrandId } from '../words'
import type { DutyAhead } from './promise-for'

/** What may be known of an officer outside the desk, for a promise: no id and no name. */
export interface AnonymousOfficer extends Pick<
  OfficerFacts,
  | 'districts'
  | 'languages'
  | 'specialisms'
  | 'trainingUntil'
  | 'openCases'
  | 'openLimit'
  | 'oneMore'
  | 'handingOver'
> {
  readonly duty: DutyAhead
}

/** What of a submission decides who may be asked. */
export interface AskedFor {
  readonly district: DistrictId | null
  readonly strands: readonly StrandId[]
  readonly riskRules: readonly string[]
  readonly languages: readonly string[]
  readonly excludedDistricts: readonly DistrictId[]
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
    shifts: [{ startsAt: officer.duty.from, endsAt: officer.duty.until }],
  }))
  const [first] = rankOfficers(facts, members, force, at).candidates
  return first === undefined ? null : (officers[Number(first.officerId)]?.duty ?? null)
}
