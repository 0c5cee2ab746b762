import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { nowhere } from '@/lib/domain/queue-filters'
import { standsAlone } from './count-queue'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'
import { isInSet } from './work-set'

const day = 24 * 3_600_000
/** Attempts are counted over so many days, promises of one's own over so many. */
const attemptDays = 7
const promiseDays = 90

/** How many open cases with something late each account holds or is asked to take, as its load is counted, of those `actor` may see. */
export async function lateOfEach(actor: Actor): Promise<ReadonlyMap<string, number>> {
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ id: string; count: number }[]>`
      SELECT coalesce(c.assignee_id, c.offered_to_id) AS id, count(*)::integer AS count FROM "case" c
       WHERE c.force = ${currentForce().id} AND coalesce(c.assignee_id, c.offered_to_id) IS NOT NULL AND NOT c.restricted AND ${standsAlone} AND ${isInSet('late')}
         AND ${visibleCases(actor, 'see-headline', policyContext())} GROUP BY 1`,
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/**
 * What came of the attempts to reach people in the last seven days, of the cases `actor` may see; the most frequent first. `place`: of one district
 * alone, or of cases of which none is known.
 */
export async function recentAttempts(
  actor: Actor,
  place: string | null = null,
): Promise<readonly { result: string; count: number }[]> {
  const here = place === null ? Prisma.sql`true` : Prisma.sql`coalesce(c.district, ${nowhere}) = ${place}`
  const since = new Date(now().getTime() - attemptDays * day)
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<unknown[]>`
      SELECT e.detail->>'result' AS result, count(*)::integer AS count FROM case_event e JOIN "case" c ON c.id = e.case_id
       WHERE e.type = 'contact-recorded' AND e.at > ${since} AND c.force = ${currentForce().id} AND NOT c.restricted
         AND ${here} AND ${visibleCases(actor, 'see-headline', policyContext())} GROUP BY 1 ORDER BY 2 DESC, 1`,
  )
  return z.array(z.object({ result: z.string(), count: z.number() })).parse(rows)
}

/** How the first contacts went, of the cases that came in the last 90 days and `actor` holds: how many there were, and how many in time. */
export async function ownPromises(actor: Actor): Promise<{ readonly count: number; readonly kept: number }> {
  const since = new Date(now().getTime() - promiseDays * day)
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ count: number; kept: number }[]>`
      SELECT count(*)::integer AS count, count(*) FILTER (WHERE k.outcome = 'kept')::integer AS kept
        FROM case_clock k JOIN "case" c ON c.id = k.case_id
       WHERE c.force = ${currentForce().id} AND c.assignee_id = ${actor.id}::uuid AND NOT c.restricted
         AND ${visibleCases(actor, 'see-headline', policyContext())} AND k.kind = 'first-contact'
         AND k.outcome IN ('kept', 'late') AND c.received_at > ${since}`,
  )
  return row ?? { count: 0, kept: 0 }
}
