import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { risks } from '@/lib/domain/words'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

/** As many as each list has. One more says that there are others. */
export const mostListed = 200
/** How long the mark of a closed case is listed, in milliseconds. */
const tensionLife = 28 * 24 * 3_600_000

const known = { id: z.string(), reference: z.string(), risk: z.enum(risks) }
const closing = z.object({ ...known, askedBy: z.string(), askedAt: z.date(), disposition: z.string() })
const late = z.object({ ...known, dueOn: z.string(), holder: z.string().nullable() })
const tension = z.object({ ...known, district: z.string().nullable(), markedAt: z.date() })

/** What waits for a supervisor. */
export interface Attention {
  /** Closing that is asked for, the longest wait first. */
  readonly closings: readonly z.infer<typeof closing>[]
  /** Risks of open cases whose day to be looked at again is over; what goes on in another case is decided about there. */
  readonly risks: readonly z.infer<typeof late>[]
  /** Cases over which a community may be in tension, by district. */
  readonly tension: readonly z.infer<typeof tension>[]
}

/** What waits for `actor` as a supervisor, of the cases they see. Plain facts alone: nothing is opened. `forbidden` for everybody else. */
export async function listAttention(actor: Actor): Promise<Attention> {
  if (!mayEnter(actor.role, 'attention')) throw new DomainError('forbidden')
  const seen = Prisma.sql`c.force = ${currentForce().id} AND ${visibleCases(actor, 'review', policyContext())}`
  return asActor(actor, async (tx) => ({
    closings: z.array(closing).parse(await closingsAmong(tx, seen)),
    risks: z.array(late).parse(await lateAmong(tx, seen)),
    tension: z.array(tension).parse(await tensionAmong(tx, seen)),
  }))
}

const risk = Prisma.sql`(ARRAY['high', 'medium', 'low'])[c.risk_rank + 1] AS risk`

function closingsAmong(tx: Transaction, seen: Prisma.Sql): Promise<unknown[]> {
  return tx.$queryRaw`
    SELECT r.id, c.reference, ${risk}, a.name AS "askedBy", r.asked_at AS "askedAt", r.disposition
      FROM closure_request r JOIN "case" c ON c.id = r.case_id JOIN account a ON a.id = r.asked_by_id
     WHERE r.decided_at IS NULL AND ${seen} ORDER BY r.asked_at, r.id LIMIT ${mostListed + 1}`
}

function lateAmong(tx: Transaction, seen: Prisma.Sql): Promise<unknown[]> {
  return tx.$queryRaw`
    SELECT c.id, c.reference, ${risk}, c.risk_review_on::text AS "dueOn", a.name AS holder
      FROM "case" c LEFT JOIN account a ON a.id = c.assignee_id
     WHERE c.risk_review_on < ${today()}::date AND c.status <> 'closed' AND c.goes_on_in_id IS NULL AND ${seen}
     ORDER BY c.risk_rank, c.risk_review_on, c.id LIMIT ${mostListed + 1}`
}

function tensionAmong(tx: Transaction, seen: Prisma.Sql): Promise<unknown[]> {
  const since = new Date(now().getTime() - tensionLife)
  return tx.$queryRaw`
    SELECT c.id, c.reference, ${risk}, c.district, c.tension_at AS "markedAt"
      FROM "case" c
     WHERE c.tension_at IS NOT NULL AND (c.status <> 'closed' OR c.closed_at > ${since}) AND ${seen}
     ORDER BY c.district NULLS LAST, c.tension_at DESC, c.id LIMIT ${mostListed + 1}`
}
