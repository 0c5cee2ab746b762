import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { warningOf } from '@/lib/domain/eligibility'
import type { HolderWarning } from '@/lib/domain/eligibility'
import type { OfferAnswers } from '@/lib/domain/offers/answers-in'
import type { RotaMember } from './load-rota'
import { withConflicts } from './suggest-officers'
import type { Routable } from './suggest-officers'

/** Marks those who should not get this case, and puts them last. */
export function withWarnings<H extends { readonly id: string }>(
  found: Omit<Routable, keyof OfferAnswers | 'offeredToId' | 'dueAt'>,
  holders: readonly H[],
  rota: readonly RotaMember[],
): (H & { readonly warning: HolderWarning | null })[] {
  const facts = { ...found, excludedOfficers: [] }
  const members = withConflicts(found, rota)
  const marked = holders.map((holder) => {
    if (found.possibleConflictIds.includes(holder.id))
      return { ...holder, warning: 'possible-conflict' as const }
    const officer = members.find(({ accountId }) => accountId === holder.id)
    const warning = officer ? warningOf(officer, facts, currentForce(), now()) : null
    return { ...holder, warning }
  })
  return marked.sort((a, b) => Number(a.warning !== null) - Number(b.warning !== null))
}
