import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'

/** One person's looks at a case, in one role. */
export interface Looker {
  readonly actorId: string
  readonly name: string | null
  readonly role: string | null
  readonly looks: number
  readonly firstAt: Date
  readonly lastAt: Date
  /** Codes of the reasons they looked for, each once. */
  readonly reasons: readonly string[]
  /** How often addresses were shown to them. */
  readonly reveals: number
}

/** What to leave out: looks before or after, and those in other roles. */
export interface LookFilter {
  readonly from: Date | null
  readonly until: Date | null
  readonly role: string | null
}

/**
 * Who has seen a case, whoever looked last first. For whoever answers for looking: DomainError `forbidden` for everybody else, and
 * `not-found` for what is no reference. Of a case that is not there, nobody.
 */
export async function whoSaw(actor: Actor, typed: string, filter: LookFilter): Promise<readonly Looker[]> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const reference = parseReference(typed)
  if (reference === null) throw new DomainError('not-found')
  const { from, until, role } = filter
  return asActor(
    actor,
    (tx) => tx.$queryRaw<Looker[]>`
      SELECT e.actor_id AS "actorId", a.name, e.role, count(*) FILTER (WHERE e.action = 'opened')::integer AS looks,
             min(e.at) AS "firstAt", max(e.at) AS "lastAt",
             coalesce(array_agg(DISTINCT e.detail->>'reason') FILTER (WHERE e.detail ? 'reason'), '{}') AS reasons,
             count(*) FILTER (WHERE e.action = 'revealed')::integer AS reveals
        FROM audit_event e LEFT JOIN account a ON a.id = e.actor_id
       WHERE e.reference = ${reference} AND e.action IN ('opened', 'revealed') AND e.actor_id IS NOT NULL
         AND (${from}::timestamptz IS NULL OR e.at >= ${from}) AND (${until}::timestamptz IS NULL OR e.at < ${until})
         AND (${role}::text IS NULL OR e.role = ${role})
       GROUP BY e.actor_id, a.name, e.role
       ORDER BY max(e.at) DESC, e.actor_id`,
  )
}
