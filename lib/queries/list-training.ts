import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import type { Training } from '@/lib/domain/training'

/** An officer who serves, with what they were trained in. */
export interface TrainedOfficer {
  readonly id: string
  readonly name: string
  readonly training: readonly Training[]
}

interface Row {
  readonly id: string
  readonly name: string
  readonly training: readonly Omit<Training, 'withdrawn'>[]
}

/**
 * Every officer who serves, by name, with the latest course in each topic, which alone decides: what is withdrawn is left out. `forbidden` for
 * everybody but supervisors.
 */
export async function listTraining(actor: Actor): Promise<readonly TrainedOfficer[]> {
  if (!mayEnter(actor.role, 'rota-oversight')) throw new DomainError('forbidden')
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT o.id::text AS id, a.name, coalesce(json_agg(json_build_object(
               'topic', r.topic, 'completedOn', r.completed_on, 'expiresOn', r.expires_on)) FILTER (WHERE r.topic IS NOT NULL), '[]')
             AS training
        FROM officer o JOIN account a ON a.id = o.account_id AND a.role = 'liaison-officer' AND a.active
        LEFT JOIN LATERAL (
          SELECT DISTINCT ON (t.topic) t.topic, t.completed_on, t.expires_on FROM training_record t
           WHERE t.officer_id = o.id AND t.withdrawn_at IS NULL ORDER BY t.topic, t.expires_on DESC
        ) r ON true
       WHERE o.active GROUP BY o.id, a.name ORDER BY a.name, o.id`,
  )
  return rows.map(({ training, ...officer }) => ({
    ...officer,
    training: training.map((one) => ({ ...one, withdrawn: false })),
  }))
}
