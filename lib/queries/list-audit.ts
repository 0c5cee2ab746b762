import 'server-only'
import { noteAboutLooks } from '@/lib/commands/note-about-looks'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { isUuid } from '@/lib/domain/uuid'

const auditPageSize = 100
/** So much of what one account did in a span of time is shown. */
const mostOfOne = 500

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
 * Who did or was refused what, the newest first: of one case when `find` is a reference, or what made the flag of an id, else of everything.
 * One page, and whether there is another. Whoever asks of one case is in the audit for it. No case content is in the audit, so an auditor may
 * read all of it that is of this force.
 */
export async function listAudit(
  actor: Actor,
  { find, flag, page }: { readonly find: string; readonly flag?: string | null; readonly page: number },
): Promise<AuditPage> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const reference = parseReference(find)
  if (find !== '' && reference === null) return { rows: [], names: new Map(), more: false }
  const every = [Prisma.sql`(e.force IS NULL OR e.force = ${currentForce().id})`]
  if (reference !== null) every.push(Prisma.sql`e.reference = ${reference}`)
  if (typeof flag === 'string') every.push(Prisma.sql`e.seq = ANY (ARRAY(${rowsOf(flag)}))`)
  return asActor(actor, async (tx) => {
    const found = await tx.$queryRaw<AuditRow[]>`
    SELECT e.seq, e.at, e.actor_id AS "actorId", a.name AS who, e.role, e.action, e.reference, ${detailFor(actor, typeof flag === 'string')} AS detail
      FROM audit_event e
      LEFT JOIN account a ON a.id = e.actor_id
     WHERE ${Prisma.join(every, ' AND ')}
     ORDER BY e.seq DESC LIMIT ${auditPageSize + 1} OFFSET ${(page - 1) * auditPageSize}`
    if (reference !== null)
      await noteAboutLooks(tx, actor, { action: 'looks-consulted', reference, detail: { page } })
    const rows = found.slice(0, auditPageSize)
    return { rows, names: await namesIn(tx, rows), more: found.length > auditPageSize }
  })
}

/**
 * That a search was for what is a colleague's, an auditor reads, and whoever asks what made a flag. To anybody else it would tell of what
 * they falsely declared as their own whether somebody searched for it.
 */
function detailFor({ role }: Actor, isOfFlag: boolean): Prisma.Sql {
  if (role === 'auditor' || isOfFlag) return Prisma.sql`e.detail`
  return Prisma.sql`CASE WHEN e.action = 'searched' THEN e.detail - 'colleague' ELSE e.detail END`
}

function rowsOf(flagId: string): Prisma.Sql {
  const id = isUuid(flagId) ? flagId : null
  return Prisma.sql`SELECT unnest(f.rows) FROM looking_flag f WHERE f.id = ${id}::uuid`
}

/** What a flag was made of, as far as its reader may read it: the newest rows, the oldest of them first, and how many there are. */
export interface FlagRows {
  readonly rows: readonly AuditRow[]
  readonly count: number
}

/**
 * What flags were made of, by the flag's id, as far as `actor` may read it; of each the newest `most` rows. DomainError `forbidden` for whoever
 * does not answer for looking.
 */
export async function listFlagRows(
  actor: Actor,
  { flagIds, most }: { readonly flagIds: readonly string[]; readonly most: number },
): Promise<{ readonly byFlag: ReadonlyMap<string, FlagRows> } & Pick<AuditPage, 'names'>> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  if (flagIds.length === 0) return { byFlag: new Map(), names: new Map() }
  return asActor(actor, async (tx) => {
    const found = await tx.$queryRaw<(AuditRow & { readonly flagId: string; readonly count: bigint })[]>`
    SELECT w.*, a.name AS who FROM (
      SELECT f.id::text AS "flagId", e.seq, e.at, e.actor_id AS "actorId", e.role, e.action, e.reference, e.detail,
             count(*) OVER (PARTITION BY f.id) AS count, row_number() OVER (PARTITION BY f.id ORDER BY e.seq DESC) AS place
        FROM looking_flag f CROSS JOIN LATERAL unnest(f.rows) AS r(seq) JOIN audit_event e ON e.seq = r.seq
       WHERE f.id = ANY (${[...flagIds]}::uuid[])
    ) w
      LEFT JOIN account a ON a.id = w."actorId"
     WHERE w.place <= ${most} ORDER BY w.seq`
    const byFlag = new Map<string, { readonly rows: AuditRow[]; readonly count: number }>()
    for (const { flagId, count, ...row } of found) {
      const flag = byFlag.get(flagId) ?? { rows: [], count: Number(count) }
      flag.rows.push(row)
      byFlag.set(flagId, flag)
    }
    return { byFlag, names: await namesIn(tx, found) }
  })
}

/**
 * What one account did in a span of time, the oldest first, as far as `actor` may read it: both ends count. Of many, the newest, and that
 * there are more. DomainError `forbidden` for
 * whoever does not answer for looking.
 */
export async function listAuditOf(
  actor: Actor,
  { accountId, from, to }: { readonly accountId: string; readonly from: Date; readonly to: Date },
): Promise<AuditPage> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  return asActor(actor, async (tx) => {
    const found = await tx.$queryRaw<AuditRow[]>`
    SELECT e.seq, e.at, e.actor_id AS "actorId", a.name AS who, e.role, e.action, e.reference, ${detailFor(actor, false)} AS detail
      FROM audit_event e
      LEFT JOIN account a ON a.id = e.actor_id
     WHERE e.actor_id = ${accountId}::uuid AND e.at >= ${from} AND e.at <= ${to}
     ORDER BY e.seq DESC LIMIT ${mostOfOne + 1}`
    const rows = found.slice(0, mostOfOne).reverse()
    return { rows, names: await namesIn(tx, rows), more: found.length > mostOfOne }
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
