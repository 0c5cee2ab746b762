import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { Training } from '@/lib/domain/training'

/** Until when an officer is said to be trained, at a version of theirs, and what it follows from. */
interface Recorded {
  readonly id: string
  readonly version: number
  /** An ISO day. */
  readonly until: string | null
  readonly training: readonly Omit<Training, 'withdrawn'>[]
}

/** Every officer for whom anything was ever recorded, with the courses that count. For the job that reckons. */
export async function recordedTraining(): Promise<readonly Recorded[]> {
  return deskDb().$queryRaw<Recorded[]>`
    SELECT o.id::text AS id, o.version, o.training_until::text AS until,
           coalesce(json_agg(json_build_object('topic', t.topic, 'completedOn', t.completed_on, 'expiresOn', t.expires_on))
             FILTER (WHERE t.withdrawn_at IS NULL), '[]') AS training
      FROM officer o JOIN training_record t ON t.officer_id = o.id GROUP BY o.id ORDER BY o.id`
}

/** What is stored of one officer: until when, at the version it was reckoned from. */
export type Reckoned = Pick<Recorded, 'id' | 'version' | 'until'>

/** Stores until when officers are trained; gives how many it changed. Of whom somebody changed meanwhile nothing is stored. */
export async function storeTrained(changes: readonly Reckoned[]): Promise<number> {
  const [row] = await deskDb().$queryRaw<{ stored: number }[]>`
    SELECT store_trained(${JSON.stringify(changes)}::jsonb, ${now()}::timestamptz) AS stored`
  return row?.stored ?? 0
}
