import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { inQueue } from '../count-queue'
import { policyContext } from '../policy-context'
import { visibleCases } from '../visible-cases'

/** More than any queue holds; who sees more is told of what is over as if it were new. */
const most = 20_000

/** What somebody sees as they begin to watch. */
export interface OwnLive {
  /** Ids of the cases in their queue. */
  readonly known: ReadonlySet<string>
  /** The case they have open, if they may know of it. */
  readonly open: { readonly caseId: string; readonly mark: string } | null
  /** Something in their queue is newer than their page. */
  readonly newer: boolean
}

/** Looks at what `actor` sees now, under the policy. `since`: when their page was made; null where that does not matter. */
export function ownLive(actor: Actor, reference: string | null, since: Date | null): Promise<OwnLive> {
  return asActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; newer: boolean }[]>`
      SELECT c.id, ${newerThan(since)} AS newer FROM "case" c
       WHERE c.force = ${currentForce().id} AND ${inQueue} AND ${seen(actor)}
       ORDER BY c.received_at DESC, c.id LIMIT ${most}`
    return {
      known: new Set(rows.map(({ id }) => id)),
      open: reference === null ? null : await openOne(tx, actor, reference),
      newer: rows.some(({ newer }) => newer),
    }
  })
}

/** What tells the state in which a case is shown from the next; null for whoever may not know of it, and where there is none. */
export async function markOf(actor: Actor, text: string): Promise<string | null> {
  const reference = parseReference(text)
  if (reference === null) return null
  return asActor(actor, async (tx) => (await openOne(tx, actor, reference))?.mark ?? null)
}

async function openOne(tx: Transaction, actor: Actor, reference: string): Promise<OwnLive['open']> {
  const [row] = await tx.$queryRaw<{ caseId: string; mark: string }[]>`
    SELECT c.id AS "caseId", case_mark(c.id, c.plan_version, c.version) AS mark FROM "case" c
     WHERE c.force = ${currentForce().id} AND c.reference = ${reference} AND ${seen(actor)}`
  return row ?? null
}

function seen(actor: Actor): Prisma.Sql {
  return visibleCases(actor, 'see-headline', policyContext())
}

function newerThan(since: Date | null): Prisma.Sql {
  if (since === null) return Prisma.sql`false`
  return Prisma.sql`(c.received_at > ${since}
    OR EXISTS (SELECT FROM case_event e WHERE e.case_id = c.id AND e.at > ${since}))`
}
