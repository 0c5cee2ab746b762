import 'server-only'
import { now } from '@/lib/adapters/clock'
import { Prisma } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import { ownMessageWaiting } from './merged-cases'
import { isRungSoon } from './rung-soon'

/**
 * Whether `actor` has put a row of `"case" c` off, as a condition: only while nothing has come in since, nothing is urgent, nothing is
 * due before it comes back and nobody is to be rung within the hour. Whatever changes of these, the case is in the queue again by itself.
 */
export function isPutOff(actor: Actor): Prisma.Sql {
  const own = actor.role === 'supervisor' ? Prisma.sql`true` : Prisma.sql`k.kind <> 'review'`
  return Prisma.sql`EXISTS (
    SELECT FROM case_snooze z WHERE z.case_id = c.id AND z.account_id = ${actor.id}::uuid AND z.until > ${now()}
       AND c.status <> 'closed' AND NOT c.restricted AND c.risk_rank > 0 AND c.danger_at IS NULL AND c.last_message_from IS DISTINCT FROM 'reporter'
       AND NOT EXISTS (
         SELECT FROM case_event e WHERE e.case_id = c.id AND e.at > z.made_at AND e.actor_id IS DISTINCT FROM z.account_id
       ) AND NOT ${isRungSoon()} AND NOT EXISTS (
         SELECT FROM case_clock k WHERE k.case_id = c.id AND k.ended_at IS NULL AND k.paused_at IS NULL AND k.due_at <= z.until AND ${own}
       )
  )`
}

/**
 * Whether something came to a row of `"case" c` that `actor` has not seen: it did, a message of theirs, or what somebody else did. Of a case that is over
 * only the reporter's last word is: nobody is to look at what else was done to it.
 */
export function isNewTo(actor: Actor): Prisma.Sql {
  return Prisma.sql`((c.status <> 'closed' OR ${ownMessageWaiting}) AND NOT EXISTS (
    SELECT FROM case_seen s WHERE s.case_id = c.id AND s.account_id = ${actor.id}::uuid
       AND s.seen_at >= CASE WHEN c.last_message_from = 'reporter' THEN greatest(c.received_at, c.last_message_at) ELSE c.received_at END
       AND NOT EXISTS (
         SELECT FROM case_event e WHERE e.case_id = c.id AND e.at > s.seen_at AND e.actor_id IS DISTINCT FROM s.account_id
       )
  ))`
}
