import 'server-only'
import { assign } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { recordOf } from '@/lib/domain/offers/decision-record'
import type { Actor } from '@/lib/domain/policy'
import { firstDues } from '@/lib/queries/first-due'
import { loadRota } from '@/lib/queries/load-rota'
import type { RotaMember } from '@/lib/queries/load-rota'
import { answersOf } from '@/lib/queries/offer-answers'
import { suggestOfficers } from '@/lib/queries/suggest-officers'
import type { Routable } from '@/lib/queries/suggest-officers'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { findHolder, isUnwanted } from './find-holder'

/**
 * Gives a case nobody holds to `to` (an account id), and keeps what routing suggested at that moment beside who was
 * chosen. `left-out` for an officer the reporter asked to leave out: that takes a reason, and so a handover.
 */
export async function assignCase(actor: Actor, seen: CaseSeen & { readonly to: string }): Promise<void> {
  const rota = await loadRota(actor)
  await changeCase(actor, 'assign', seen, async (found, tx) => {
    const holder = await findHolder(tx, seen.to, found)
    if (isUnwanted(holder, found)) throw new DomainError('left-out')
    const { status, assigneeId } = assign(stateOf(found), holder.id)
    const answers = await answersOf(tx, found.id)
    const dueAt = (await firstDues(tx, [found])).get(found.id) ?? null
    const { place, decision } = decisionOn({ ...found, ...answers, dueAt }, holder.officer?.id ?? null, rota)
    return { patch: { status, assigneeId }, type: 'assigned', detail: { to: holder.id, place }, decision }
  })
}

/** What to keep of the suggestion, and the chosen officer's place in it: 1 the first, 0 for somebody who was not. */
function decisionOn(found: Routable, chosenId: string | null, rota: readonly RotaMember[]) {
  const result = suggestOfficers(found, rota)
  const decision = recordOf(result)
  const place = result.candidates.findIndex(({ officerId }) => officerId === chosenId) + 1
  return { place, decision: { chosenId, decision } }
}
