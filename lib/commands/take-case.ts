import 'server-only'
import { asActor } from '@/lib/db/client'
import { assign } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { mayHold } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { acceptOffer } from './answer-offer'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** The actor takes a case nobody holds: one they are asked to take by saying yes. `offer-over` where they are not asked for it any more. */
export async function takeCase(actor: Actor, seen: CaseSeen): Promise<void> {
  if (await isByOffer(actor, seen.reference)) return acceptOffer(actor, seen)
  await changeCase(actor, 'take', seen, (found) => {
    if (!mayHold(actor, found)) throw new DomainError('forbidden')
    const { status, assigneeId } = assign(stateOf(found), actor.id)
    return { patch: { status, assigneeId }, type: 'taken', detail: { to: actor.id } }
  })
}

/** Whether they take it by an offer, or by none: a case they see without one they take like any other. */
async function isByOffer(actor: Actor, reference: string): Promise<boolean> {
  if (actor.role !== 'liaison-officer') return false
  const found = await asActor(actor, (tx) =>
    tx.case.findUnique({ where: { reference }, select: { offeredToId: true } }),
  )
  return found === null || found.offeredToId === actor.id
}
