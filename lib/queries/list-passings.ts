import 'server-only'
import { asActor } from '@/lib/db/client'
import type { CasePassing } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'

/** That a case was passed to another force, and what came of it. */
export type Passing = Pick<
  CasePassing,
  'id' | 'partner' | 'way' | 'state' | 'refusal' | 'theirReference' | 'madeAt' | 'answeredAt'
>

/** To which forces a case was passed, the last first; none of a case they may not know of. */
export function listPassings(actor: Actor, caseId: string): Promise<readonly Passing[]> {
  return asActor(actor, (tx) =>
    tx.casePassing.findMany({
      where: { caseId },
      orderBy: { madeAt: 'desc' },
      select: {
        ...{ id: true, partner: true, way: true, state: true, refusal: true },
        ...{ theirReference: true, madeAt: true, answeredAt: true },
      },
    }),
  )
}
