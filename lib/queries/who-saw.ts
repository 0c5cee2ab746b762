import 'server-only'
import { noteAboutLooks } from '@/lib/commands/note-about-looks'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { LookFilter } from '@/lib/domain/look-query'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'

/** One person's looks at a case, in one role. */
export interface Looker {
  readonly actorId: string
  readonly name: string | null
  readonly role: string | null
  readonly looks: number
  /** The first and the last time they saw something of it, or, where they never did, were refused. */
  readonly firstAt: Date
  readonly lastAt: Date
  /** Codes of the reasons they looked for, each once. */
  readonly reasons: readonly string[]
  /** How often addresses, which are hidden at first, were shown to them. */
  readonly reveals: number
  /** How often what the person told about who they are was shown to them, and codes of the reasons, each once. */
  readonly identities: number
  readonly identityReasons: readonly string[]
  /** How often they tried what they may not. */
  readonly refusals: number
}

/**
 * Who has seen a case or was refused it, whoever looked last first. For whoever answers for looking: DomainError `forbidden` for
 * everybody else, and `not-found` for what is no reference. Of a case that is not there, nobody. That they asked is a row of the audit.
 */
export async function whoSaw(actor: Actor, typed: string, filter: LookFilter): Promise<readonly Looker[]> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const reference = parseReference(typed)
  if (reference === null) throw new DomainError('not-found')
  return asActor(actor, async (tx) => {
    const found = await lookersAt(tx, reference, filter)
    const detail = { people: found.length }
    await noteAboutLooks(tx, actor, { action: 'looks-consulted', reference, detail })
    return found
  })
}

/** The same in a transaction that is somebody's already, who may ask. */
export function lookersAt(
  tx: Transaction,
  reference: string,
  filter: LookFilter,
): Promise<readonly Looker[]> {
  const { from, until, role } = filter
  return tx.$queryRaw<Looker[]>`
    SELECT e.actor_id AS "actorId", a.name, e.role, count(*) FILTER (WHERE e.action = 'opened')::integer AS looks,
           coalesce(min(e.at) FILTER (WHERE e.action <> 'refused'), min(e.at)) AS "firstAt",
           coalesce(max(e.at) FILTER (WHERE e.action <> 'refused'), max(e.at)) AS "lastAt",
           coalesce(array_agg(DISTINCT e.detail->>'reason') FILTER (WHERE e.action = 'opened' AND e.detail ? 'reason'), '{}') AS reasons,
           count(*) FILTER (WHERE e.action = 'revealed')::integer AS reveals,
           count(*) FILTER (WHERE e.action = 'identity-revealed')::integer AS identities,
           coalesce(array_agg(DISTINCT e.detail->>'reason') FILTER (WHERE e.action = 'identity-revealed' AND e.detail ? 'reason'), '{}')
             AS "identityReasons",
           count(*) FILTER (WHERE e.action = 'refused')::integer AS refusals
      FROM audit_event e LEFT JOIN account a ON a.id = e.actor_id
     WHERE e.reference = ${reference} AND e.action IN ('opened', 'revealed', 'identity-revealed', 'refused') AND e.actor_id IS NOT NULL
       AND (${from}::timestamptz IS NULL OR e.at >= ${from}) AND (${until}::timestamptz IS NULL OR e.at < ${until})
       AND (${role}::text IS NULL OR e.role = ${role})
     GROUP BY e.actor_id, a.name, e.role
     ORDER BY 6 DESC, e.actor_id`
}
