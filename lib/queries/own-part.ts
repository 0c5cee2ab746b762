import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { riskOf } from '@/lib/domain/case-facts'
import { loweredFrom } from '@/lib/domain/closure'
import type { OwnPart } from '@/lib/domain/closure'
import type { Actor } from '@/lib/domain/policy'
import { risks } from '@/lib/domain/words'

type Seen = Parameters<typeof riskOf>[0] & { readonly id: string }

/** What somebody did themselves in a case that they would close, for whoever may see it. */
export async function ownPart(tx: Transaction, { id }: Actor, found: Seen): Promise<OwnPart> {
  const held = await tx.caseEvent.findFirst({
    where: {
      caseId: found.id,
      type: { in: ['taken', 'assigned', 'transferred', 'handed-back'] },
      OR: [{ detail: { path: ['to'], equals: id } }, { detail: { path: ['from'], equals: id } }],
    },
    select: { id: true },
  })
  const decided = await tx.caseEvent.findMany({
    where: { caseId: found.id, type: 'risk-decided' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { actorId: true, detail: true },
  })
  const decisions = decided.map(({ actorId, detail }) => ({ by: actorId, from: riskBefore(detail) }))
  return { hasHeld: held !== null, loweredFrom: loweredFrom(decisions, id, riskOf(found)) }
}

/** The same for a page. */
export function ownPartIn(actor: Actor, found: Seen): Promise<OwnPart> {
  return asActor(actor, (tx) => ownPart(tx, actor, found))
}

function riskBefore(detail: unknown) {
  const { from } = z.object({ from: z.enum(risks) }).parse(detail)
  return from
}
