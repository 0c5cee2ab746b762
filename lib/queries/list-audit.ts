import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'

const auditPageSize = 100

export interface AuditRow {
  readonly seq: bigint
  readonly at: Date
  readonly who: string | null
  readonly role: string | null
  readonly action: string
  readonly reference: string | null
  readonly detail: unknown
}

/**
 * Who did or was refused what, the newest first: of one case when `find` is a reference, else of everything. One page, and
 * whether there is another. No case content is in the audit, so an auditor may read all of it that is of this force.
 */
export async function listAudit(
  actor: Actor,
  { find, page }: { readonly find: string; readonly page: number },
): Promise<{ rows: AuditRow[]; more: boolean }> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const reference = parseReference(find)
  if (find !== '' && reference === null) return { rows: [], more: false }
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<AuditRow[]>`
    SELECT e.seq, e.at, a.name AS who, e.role, e.action, e.reference, e.detail
      FROM audit_event e
      LEFT JOIN account a ON a.id = e.actor_id
     WHERE (${reference}::text IS NULL OR e.reference = ${reference})
       AND (e.force IS NULL OR e.force = ${currentForce().id})
     ORDER BY e.seq DESC LIMIT ${auditPageSize + 1} OFFSET ${(page - 1) * auditPageSize}`,
  )
  return { rows: rows.slice(0, auditPageSize), more: rows.length > auditPageSize }
}
