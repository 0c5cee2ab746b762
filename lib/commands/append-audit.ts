import 'server-only'
import { now } from '@/lib/adapters/clock'
import type { Prisma } from '@/lib/db/generated/client'
import type { AuditAction } from '@/lib/domain/audit-actions'

export interface AuditEntry {
  readonly actorId: string | null
  readonly role: string | null
  readonly action: AuditAction
  readonly caseId?: string
  readonly reference?: string
  /** Codes and ids only: never a word somebody wrote. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * Adds one row to the audit. Pass the transaction of the act it belongs to, so that there is never one without the other. On
 * behalf of somebody a row can be added in their name alone.
 */
export async function appendAudit(
  tx: Pick<Prisma.TransactionClient, 'auditEvent'>,
  entry: AuditEntry,
): Promise<void> {
  // Not `create`, which reads what it wrote: most who add to the audit may not read it.
  await tx.auditEvent.createMany({ data: [{ ...entry, at: now(), detail: entry.detail ?? {} }] })
}
