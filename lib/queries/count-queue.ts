import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { isPutOff } from './own-queue'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

export const queueCounts = z.object({
  open: z.number(),
  /** Those this person is asked to take. */
  asked: z.number(),
  mine: z.number(),
  nobody: z.number(),
  waiting: z.number(),
  /** Those of which a clock, but for a supervisor's review, is past its time. */
  late: z.number(),
  sealed: z.number(),
  /** Those this person has put off, which are in no other list but in these counts. */
  putOff: z.number(),
})

export type QueueCounts = z.infer<typeof queueCounts>

/** Not done with. Word for word what the index of these cases is made by, so that those long closed are not read for them. */
export const inQueue = Prisma.sql`(c.status <> 'closed' OR c.last_message_from = 'reporter')`

/** What goes on in another case is listed and counted with that one, until it is closed. */
export const standsAlone = Prisma.sql`(c.goes_on_in_id IS NULL OR c.status = 'closed')`

/** The counts beside the sections, for pages that do not list the queue. */
export async function countQueue(actor: Actor): Promise<QueueCounts> {
  const query = Prisma.sql`SELECT (${countsOf(actor)}) AS counts`
  const [row] = await asActor(actor, (tx) => tx.$queryRaw<[{ counts: unknown }]>(query))
  return queueCounts.parse(row.counts)
}

/** How many cases have something due that was not done in time. From the clocks, so that only those are looked at that are late. */
function lateOf(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT count(DISTINCT c.id) FROM case_clock k JOIN "case" c ON c.id = k.case_id
     WHERE k.ended_at IS NULL AND k.due_at < ${now()} AND k.paused_at IS NULL AND k.kind <> 'review'
       AND NOT c.restricted AND c.force = ${currentForce().id} AND c.status <> 'closed'
       AND ${visibleCases(actor, 'see-headline', policyContext())}`
}

/** From what they put off, so that no other case is looked at for it. */
function putOffBy(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) FROM "case" c WHERE c.id IN (SELECT own.case_id FROM case_snooze own WHERE own.account_id = ${actor.id}::uuid)
       AND NOT c.restricted AND c.force = ${currentForce().id} AND ${inQueue} AND ${standsAlone} AND ${isPutOff(actor)}
       AND ${visibleCases(actor, 'see-headline', policyContext())}`
}

/** How many cases that `actor` may see are open, theirs, nobody's and so on, whatever is listed beside. */
export function countsOf(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT json_build_object(
      'open', count(*) FILTER (WHERE NOT restricted),
      'asked', count(*) FILTER (WHERE offered_to_id = ${actor.id}::uuid),
      'mine', count(*) FILTER (WHERE NOT restricted AND assignee_id = ${actor.id}::uuid),
      'nobody', count(*) FILTER (WHERE NOT restricted AND assignee_id IS NULL),
      'waiting', count(*) FILTER (WHERE NOT restricted AND status = 'awaiting-contact'),
      'late', (${lateOf(actor)}),
      'sealed', count(*) FILTER (WHERE restricted),
      'putOff', (${putOffBy(actor)})
    ) FROM "case" c
     WHERE c.force = ${currentForce().id} AND c.status <> 'closed' AND ${inQueue} AND ${standsAlone}
       AND ${visibleCases(actor, 'see-headline', policyContext())}`
}
