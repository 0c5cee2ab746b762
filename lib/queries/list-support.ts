import 'server-only'
import { asActor } from '@/lib/db/client'
import type { SupportReferral } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'

/** That somebody agreed that a service is told of them, and what came of it. */
export type Support = Omit<SupportReferral, 'caseId' | 'madeById'>

/** To which services somebody agreed, the last first; none of a case that the actor may not know of. */
export function listSupport(actor: Actor, caseId: string): Promise<readonly Support[]> {
  return asActor(actor, (tx) =>
    tx.supportReferral.findMany({
      where: { caseId },
      orderBy: { madeAt: 'desc' },
      omit: { caseId: true, madeById: true },
    }),
  )
}
