import 'server-only'
import { now } from '@/lib/adapters/clock'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { retentionFactsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { erasedShownDays, retentionOf } from '@/lib/domain/retention'
import type { Retention, RetentionList } from '@/lib/domain/retention'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

const pageSize = 50

interface Row {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly disposition: string | null
  readonly receivedAt: Date
  readonly closedAt: Date | null
  readonly keptUntil: Date | null
  readonly version: number
  readonly legalHold: string | null
  readonly erasedAt: Date | null
  readonly reason: string | null
  readonly askedAt: Date | null
  readonly askedById: string | null
  readonly askedBy: string | null
  readonly decidedBy: string | null
}

/** A case on the page of how long cases are kept. Nothing that was said in it is here. */
interface RetainedRow extends Omit<Row, 'receivedAt' | 'askedById'> {
  /** Null while it is open. */
  readonly retention: Retention | null
  /** The asker of this page asked for it to be erased. */
  readonly isOwnRequest: boolean
}

/** Cases of one list, and how many there are in each. */
export interface RetentionPage {
  readonly rows: readonly RetainedRow[]
  readonly more: boolean
  readonly counts: Readonly<Record<RetentionList, number>>
}

/** One page of a list, whatever is most pressing first. For supervisors: DomainError `forbidden` for everybody else. */
export async function listRetention(
  actor: Actor,
  { list, page }: { readonly list: RetentionList; readonly page: number },
): Promise<RetentionPage> {
  if (!mayEnter(actor.role, 'retention')) throw new DomainError('forbidden')
  const seen = Prisma.sql`c.force = ${currentForce().id} AND ${visibleCases(actor, 'keep-longer', policyContext())}`
  const conditions = conditionsOf()
  // Each list is counted by itself: it has an index, and one count of all five would read every case there is.
  const countOf = (condition: Prisma.Sql) =>
    Prisma.sql`(SELECT count(*) FROM "case" c WHERE ${seen} AND ${condition})`
  const { rows, counts } = await asActor(actor, async (tx) => ({
    rows: await tx.$queryRaw<Row[]>`
      SELECT c.id::text, c.reference, c.kind, c.disposition, c.received_at AS "receivedAt", c.closed_at AS "closedAt",
             c.kept_until AS "keptUntil", c.version, c.legal_hold AS "legalHold", c.erased_at AS "erasedAt", r.reason,
             r.asked_at AS "askedAt", r.asked_by_id::text AS "askedById", asker.name AS "askedBy", decider.name AS "decidedBy"
        FROM "case" c
        LEFT JOIN LATERAL (
          SELECT * FROM erasure_request q WHERE q.case_id = c.id AND (q.decided_at IS NULL OR q.erased)
           ORDER BY q.asked_at DESC LIMIT 1
        ) r ON true
        LEFT JOIN account asker ON asker.id = r.asked_by_id
        LEFT JOIN account decider ON decider.id = r.decided_by_id
       WHERE ${seen} AND ${conditions[list]}
       ORDER BY ${orders[list]}, c.reference
       LIMIT ${pageSize + 1} OFFSET ${(page - 1) * pageSize}`,
    counts: await tx.$queryRaw<[Record<RetentionList, bigint>]>`
      SELECT ${countOf(conditions.waiting)} AS waiting, ${countOf(conditions.overdue)} AS overdue,
             ${countOf(conditions.soon)} AS soon, ${countOf(conditions.held)} AS held, ${countOf(conditions.erased)} AS erased`,
  }))
  const [{ waiting, overdue, soon, held, erased }] = counts
  return {
    rows: rows.slice(0, pageSize).map((row) => rowFor(actor, row)),
    more: rows.length > pageSize,
    counts: {
      ...{ waiting: Number(waiting), overdue: Number(overdue), soon: Number(soon) },
      ...{ held: Number(held), erased: Number(erased) },
    },
  }
}

function rowFor(actor: Actor, { receivedAt, askedById, ...row }: Row): RetainedRow {
  const retention =
    row.erasedAt === null ? retentionOf(retentionFactsOf({ ...row, receivedAt }), currentForce()) : null
  return { ...row, retention, isOwnRequest: askedById === actor.id }
}

/** What each list has. Nothing is in two of them but what is on hold and waits. */
function conditionsOf(): Readonly<Record<RetentionList, Prisma.Sql>> {
  const asked = Prisma.sql`c.id IN (SELECT q.case_id FROM erasure_request q WHERE q.decided_at IS NULL)`
  const free = Prisma.sql`c.legal_hold IS NULL AND c.erased_at IS NULL AND NOT ${asked}`
  const since = new Date(now().getTime() - erasedShownDays * 86_400_000)
  return {
    waiting: Prisma.sql`c.erased_at IS NULL AND ${asked}`,
    overdue: Prisma.sql`c.retention_due_on <= ${today()}::date AND ${free}`,
    soon: Prisma.sql`c.retention_due_on > ${today()}::date AND ${free}`,
    held: Prisma.sql`c.legal_hold IS NOT NULL AND c.erased_at IS NULL`,
    erased: Prisma.sql`c.erased_at >= ${since}`,
  }
}

const orders: Readonly<Record<RetentionList, Prisma.Sql>> = {
  waiting: Prisma.sql`r.asked_at`,
  overdue: Prisma.sql`c.retention_due_on`,
  soon: Prisma.sql`c.retention_due_on`,
  held: Prisma.sql`c.closed_at NULLS LAST`,
  erased: Prisma.sql`c.erased_at DESC`,
}
