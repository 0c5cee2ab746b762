import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { riskOf } from '@/lib/domain/case-facts'
import { loweredFrom } from '@/lib/domain/closure'
import type { OwnPart } from '@/lib/domain/closure'
import type { Actor } from '@/lib/domain/policy'
import { risks } from '@/lib/domain/words'

const held = ['taken', 'assigned', 'transferred', 'handed-back']

type Seen = Parameters<typeof riskOf>[0] & { readonly id: string }

/** What somebody did themselves in a case that they would close, for whoever may see it. */
export async function ownPart(tx: Transaction, { id }: Actor, found: Seen): Promise<OwnPart> {
  const first = await tx.caseEvent.findFirst({
    where: {
      caseId: found.id,
      OR: [
        { type: { in: held }, detail: { path: ['to'], equals: id } },
        { type: { in: held }, detail: { path: ['from'], equals: id } },
        // Whoever had the case it was merged into had it too, which its own history does not name once that is taken back.
        { type: 'unmerged' },
      ],
    },
    select: { id: true },
  })
  const decided = await tx.caseEvent.findMany({
    where: { caseId: found.id, type: 'risk-decided' },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { actorId: true, detail: true },
  })
  const decisions = decided.map(({ actorId, detail }) => ({ by: actorId, from: riskBefore(detail) }))
  return { hasHeld: first !== null, loweredFrom: loweredFrom(decisions, id, riskOf(found)) }
}

/** The same for a page. */
export function ownPartIn(actor: Actor, found: Seen): Promise<OwnPart> {
  return asActor(actor, (tx) => ownPart(tx, actor, found))
}

function riskBefore(detail: unknown) {
  const { from } = z.object({ from: z.enum(risks) }).parse(detail)
  return from
}
