import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { appendAudit } from './append-audit'

interface Asked {
  readonly action: 'looks-consulted' | 'looks-exported'
  readonly reference: string
  readonly detail: Readonly<Record<string, string | number>>
}

/**
 * Says in the audit that somebody asked it about a case, in the transaction that answers them (Data Protection Act 2018, section 62: whoever
 * consults is kept too).
 */
export async function noteAboutLooks(
  tx: Transaction,
  { id: actorId, role }: Pick<Actor, 'id' | 'role'>,
  { action, reference, detail }: Asked,
): Promise<void> {
  // With the case, as every row about one, so that it is hidden from those who may not know of the case. Not by a refusal, which whoever
  // was refused can read: their row would then be missing to them, and tell that the case is there.
  const [about] = await tx.$queryRaw<{ caseId: string }[]>`
    SELECT case_id::text AS "caseId" FROM audit_event
     WHERE reference = ${reference} AND case_id IS NOT NULL AND action <> 'refused' LIMIT 1`
  await appendAudit(tx, { ...about, actorId, role, action, reference, detail })
}
