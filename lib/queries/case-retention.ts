import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { retentionFactsOf } from '@/lib/domain/case-facts'
import type { Actor } from '@/lib/domain/policy'
import { retentionOf } from '@/lib/domain/retention'
import type { Retention } from '@/lib/domain/retention'
import { findVisibleCase } from './find-visible-case'

/** How long one case is kept, and who asked for what. */
export interface CaseRetention {
  /** Null while it is open, and once it is erased. */
  readonly retention: Retention | null
  readonly legalHold: string | null
  readonly erasedAt: Date | null
  /** That somebody wants it erased, while nobody has decided. */
  readonly request: {
    readonly reason: string
    readonly by: string
    readonly at: Date
    readonly isOwn: boolean
  } | null
}

/** How long a case is kept. `not-found` when there is none or they may not know of it; requests are seen by supervisors alone. */
export function caseRetention(actor: Actor, reference: string): Promise<CaseRetention> {
  return asActor(actor, async (tx) => {
    const found = await findVisibleCase(tx, actor, reference)
    const asked = await tx.erasureRequest.findFirst({
      where: { caseId: found.id, decidedAt: null },
      include: { askedBy: { select: { name: true } } },
    })
    const { legalHold, erasedAt } = found
    return {
      retention: erasedAt === null ? retentionOf(retentionFactsOf(found), currentForce()) : null,
      ...{ legalHold, erasedAt },
      request:
        asked === null
          ? null
          : {
              reason: asked.reason,
              by: asked.askedBy.name,
              at: asked.askedAt,
              isOwn: asked.askedById === actor.id,
            },
    }
  })
}
