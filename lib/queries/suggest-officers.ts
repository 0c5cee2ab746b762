import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import type { OfferAnswers } from '@/lib/domain/offers/answers-in'
import { specialismsOf } from '@/lib/domain/offers/specialisms-of'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import { rankOfficers } from '@/lib/domain/routing'
import type { RoutingResult } from '@/lib/domain/routing'
import type { RotaMember } from './load-rota'

/** The published facts of a case that routing looks at, and what came of asking for it. */
export interface Routable extends OfferAnswers {
  readonly district: string | null
  readonly strands: readonly string[]
  readonly riskRules: readonly string[]
  readonly languages: readonly string[]
  readonly excludedDistricts: readonly string[]
  readonly restricted: boolean
  /** Accounts with a declared conflict. */
  readonly conflictedIds: readonly string[]
  /** Accounts that may know the reporter. */
  readonly possibleConflictIds: readonly string[]
  /** The account that is asked to take it. */
  readonly offeredToId: string | null
  /** When the first of its clocks is due. Left out, or null: nothing is. */
  readonly dueAt?: Date | null
}

/** Who should take this case, in order, who is left out, and by which rules: from the rota as it is now, by the same rules that ask officers. */
export function suggestOfficers(found: Routable, rota: readonly RotaMember[]): RoutingResult {
  const { district, languages, excludedDistricts, restricted, dueAt = null } = found
  const force = currentForce()
  const officerIds = (accounts: readonly string[]) =>
    rota.filter(({ accountId }) => accounts.includes(accountId)).map(({ id }) => id)
  const facts = {
    ...{ district, languages, excludedDistricts, restricted, dueAt, excludedOfficers: [] },
    specialisms: specialismsOf(found, force),
    declinedBy: officerIds(found.declinedIds),
    unansweredBy: officerIds(found.unansweredIds),
    mayKnow: officerIds(found.possibleConflictIds),
  }
  return rankOfficers(facts, withConflicts(found, withoutOwnOffer(found, rota)), force, now())
}

/** What somebody is asked to take counts among their cases: in everything but the question who should take that very case. */
function withoutOwnOffer({ offeredToId }: Routable, rota: readonly RotaMember[]): readonly RotaMember[] {
  return rota.map((member) =>
    member.accountId === offeredToId ? { ...member, openCases: Math.max(0, member.openCases - 1) } : member,
  )
}

/** The members of a rota as they stand to one case. */
export function withConflicts(
  { conflictedIds }: Pick<Routable, 'conflictedIds'>,
  rota: readonly RotaMember[],
): (RotaMember & OfficerFacts)[] {
  return rota.map((member) => ({ ...member, conflicts: conflictedIds.includes(member.accountId) }))
}
