import 'server-only'
import { noteAboutLooks } from '@/lib/commands/note-about-looks'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { isUuid } from '@/lib/domain/uuid'

const auditPageSize = 100

interface AuditRow {
  readonly seq: bigint
  readonly at: Date
  readonly actorId: string | null
  readonly who: string | null
  readonly role: string | null
  readonly action: string
  readonly reference: string | null
  readonly detail: unknown
}

interface AuditPage {
  readonly rows: readonly AuditRow[]
  /** Names of the accounts and invitations the rows speak of, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly more: boolean
}

/**
 * Who did or was refused what, the newest first: of one case when `find` is a reference, else of everything. One page, and
 * whether there is another. Whoever asks of one case is in the audit for it. No case content is in the audit, so an auditor may read all of it that is of this force.
 */
export async function listAudit(
  actor: Actor,
  { find, page }: { readonly find: string; readonly page: number },
): Promise<AuditPage> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const reference = parseReference(find)
  if (find !== '' && reference === null) return { rows: [], names: new Map(), more: false }
  return asActor(actor, async (tx) => {
    const found = await tx.$queryRaw<AuditRow[]>`
    SELECT e.seq, e.at, e.actor_id AS "actorId", a.name AS who, e.role, e.action, e.reference, e.detail
      FROM audit_event e
      LEFT JOIN account a ON a.id = e.actor_id
     WHERE (${reference}::text IS NULL OR e.reference = ${reference})
       AND (e.force IS NULL OR e.force = ${currentForce().id})
     ORDER BY e.seq DESC LIMIT ${auditPageSize + 1} OFFSET ${(page - 1) * auditPageSize}`
    if (reference !== null)
      await noteAboutLooks(tx, actor, { action: 'looks-consulted', reference, detail: { page } })
    const rows = found.slice(0, auditPageSize)
    return { rows, names: await namesIn(tx, rows), more: found.length > auditPageSize }
  })
}

/**
 * These rows of the audit, the oldest first, as far as `actor` may read them: what a flag was made of. DomainError `forbidden` for whoever
 * does not answer for looking.
 */
export async function listAuditRows(actor: Actor, seqs: readonly bigint[]): Promise<Omit<AuditPage, 'more'>> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  if (seqs.length === 0) return { rows: [], names: new Map() }
  return asActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<AuditRow[]>`
    SELECT e.seq, e.at, e.actor_id AS "actorId", a.name AS who, e.role, e.action, e.reference, e.detail
      FROM audit_event e
      LEFT JOIN account a ON a.id = e.actor_id
     WHERE e.seq = ANY (${[...new Set(seqs)].map(String)}::bigint[])
     ORDER BY e.seq`
    return { rows, names: await namesIn(tx, rows) }
  })
}

/**
 * What one account did in a span of time, the oldest first, as far as `actor` may read it: both ends count. DomainError `forbidden` for
 * whoever does not answer for looking.
 */
export async function listAuditOf(
  actor: Actor,
  { accountId, from, to }: { readonly accountId: string; readonly from: Date; readonly to: Date },
): Promise<Omit<AuditPage, 'more'>> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  return asActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<AuditRow[]>`
    SELECT e.seq, e.at, e.actor_id AS "actorId", a.name AS who, e.role, e.action, e.reference, e.detail
      FROM audit_event e
      LEFT JOIN account a ON a.id = e.actor_id
     WHERE e.actor_id = ${accountId}::uuid AND e.at >= ${from} AND e.at <= ${to}
     ORDER BY e.seq LIMIT 500`
    return { rows, names: await namesIn(tx, rows) }
  })
}

/** The audit holds ids and no names, so that a name is as it is now, and a row needs nothing of the account to be true. */
async function namesIn(tx: Transaction, rows: readonly AuditRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ detail }) => idsIn(detail)))]
  if (ids.length === 0) return new Map()
  const which = { where: { id: { in: ids } }, select: { id: true, name: true } }
  const named = [...(await tx.account.findMany(which)), ...(await tx.invitation.findMany(which))]
  return new Map(named.map(({ id, name }) => [id, name]))
}

const naming = ['account', 'invitation', 'from', 'to'] as const

function idsIn(detail: unknown): readonly string[] {
  const codes = new Map<string, unknown>(
    typeof detail === 'object' && detail !== null ? Object.entries(detail) : [],
  )
  return naming.flatMap((code) => {
    const id = codes.get(code)
    return typeof id === 'string' && isUuid(id) ? [id] : []
  })
}
