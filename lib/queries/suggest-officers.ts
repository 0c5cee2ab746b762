import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { specialismsOf } from '@/lib/domain/offers/specialisms-of'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import { rankOfficers } from '@/lib/domain/routing'
import type { RoutingResult } from '@/lib/domain/routing'
import type { RotaMember } from './load-rota'

/** The published facts of a case that routing looks at. */
export interface Routable {
  readonly district: string | null
  readonly strands: readonly string[]
  readonly riskRules: readonly string[]
  readonly languages: readonly string[]
  readonly excludedDistricts: readonly string[]
  readonly restricted: boolean
  /** Accounts with a declared conflict. */
  readonly conflictedIds: readonly string[]
}

/** Who should take this case, in order, who is left out, and by which rules: from the rota as it is now. */
export function suggestOfficers(found: Routable, rota: readonly RotaMember[]): RoutingResult {
  const { district, languages, excludedDistricts, restricted } = found
  const force = currentForce()
  const specialisms = specialismsOf(found, force)
  const facts = { district, languages, specialisms, excludedDistricts, restricted, excludedOfficers: [] }
  return rankOfficers(facts, withConflicts(found, rota), force, now())
}

/** The members of a rota as they stand to one case. */
export function withConflicts(
  { conflictedIds }: Pick<Routable, 'conflictedIds'>,
  rota: readonly RotaMember[],
): (RotaMember & OfficerFacts)[] {
  return rota.map((member) => ({ ...member, conflicts: conflictedIds.includes(member.accountId) }))
}
