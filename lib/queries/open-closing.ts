import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** That somebody asks for a case to be closed, and nobody has decided yet. Why is in the history, sealed. */
export interface OpenClosing {
  readonly askedById: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly disposition: string
  readonly subjectRisk: boolean | null
}

/** The request to close a case that is open, for whoever may open the case; null where there is none. */
export async function openClosing(tx: Transaction, caseId: string): Promise<OpenClosing | null> {
  const row = await tx.closureRequest.findFirst({
    where: { caseId, decidedAt: null },
    include: { askedBy: { select: { name: true } } },
  })
  return row === null ? null : { ...row, askedBy: row.askedBy.name }
}

/** The same for a page. */
export function closingOf(actor: Actor, caseId: string): Promise<OpenClosing | null> {
  return asActor(actor, (tx) => openClosing(tx, caseId))
}
