import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { inQueue } from '../count-queue'
import { policyContext } from '../policy-context'
import { visibleCases } from '../visible-cases'

/** More than any queue holds; who sees more is told of what is over as if it were new. */
const most = 20_000

/** A case as far as a page that shows it is kept up to date. */
interface SeenCase {
  readonly caseId: string
  readonly mark: string
}

/** What somebody sees. */
interface OwnLive {
  /** Ids of the cases in their queue. */
  readonly known: ReadonlySet<string>
  /** By reference, those of the cases that were asked for that they may know of. */
  readonly seen: ReadonlyMap<string, SeenCase>
}

/** Looks at what `actor` sees now, under the policy: their queue, and which of the cases that their pages show. */
export function ownLive(actor: Actor, references: readonly string[]): Promise<OwnLive> {
  return asActor(actor, async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT c.id FROM "case" c WHERE c.force = ${currentForce().id} AND ${inQueue} AND ${mayKnow(actor)}
       ORDER BY c.received_at DESC, c.id LIMIT ${most}`
    return { known: new Set(rows.map(({ id }) => id)), seen: await seenOf(tx, actor, references) }
  })
}

/** What a page that begins to listen is told of. */
interface PageNews {
  /** The case it shows, if its person may know of it. */
  readonly open: SeenCase | null
  /** Something in their queue is newer than the page. */
  readonly newer: boolean
}

/** Looks at what a page of `actor` may have missed. `since`: when it was made; null where that does not matter. */
export function pageNews(actor: Actor, reference: string | null, since: Date | null): Promise<PageNews> {
  return asActor(actor, async (tx) => {
    const seen = await seenOf(tx, actor, reference === null ? [] : [reference])
    return {
      open: seen.get(reference ?? '') ?? null,
      newer: since !== null && (await isNewer(tx, actor, since)),
    }
  })
}

/** What tells the state in which a case is shown from the next; null for whoever may not know of it, and where there is none. */
export async function markOf(actor: Actor, text: string): Promise<string | null> {
  const reference = parseReference(text)
  if (reference === null) return null
  return asActor(actor, async (tx) => (await seenOf(tx, actor, [reference])).get(reference)?.mark ?? null)
}

async function seenOf(
  tx: Transaction,
  actor: Actor,
  references: readonly string[],
): Promise<ReadonlyMap<string, SeenCase>> {
  if (references.length === 0) return new Map()
  const rows = await tx.$queryRaw<(SeenCase & { reference: string })[]>`
    SELECT c.reference, c.id AS "caseId", case_mark(c.id, c.plan_version, c.version) AS mark FROM "case" c
     WHERE c.force = ${currentForce().id} AND c.reference = ANY (${[...references]}) AND ${mayKnow(actor)}`
  return new Map(rows.map(({ reference, ...one }) => [reference, one]))
}

async function isNewer(tx: Transaction, actor: Actor, since: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<[{ newer: boolean }]>`
    SELECT EXISTS (
      SELECT FROM "case" c WHERE c.force = ${currentForce().id} AND ${inQueue} AND ${mayKnow(actor)}
         AND (c.received_at > ${since} OR EXISTS (SELECT FROM case_event e WHERE e.case_id = c.id AND e.at > ${since}))
    ) AS newer`
  return row.newer
}

function mayKnow(actor: Actor): Prisma.Sql {
  return visibleCases(actor, 'see-headline', policyContext())
}
