import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { LookingFlag } from '@/lib/domain/looking/flags-of'

/** A flag, about whom and of which day (`YYYY-MM-DD`). */
export interface RaisedFlag extends LookingFlag {
  readonly actorId: string
  readonly day: string
}

/** Stores flags that are not there yet and gives how many, each with its row in the audit. For the job that looks for them. */
export async function raiseFlags(flags: readonly RaisedFlag[]): Promise<number> {
  if (flags.length === 0) return 0
  const rows = flags.map(({ actorId, rows, ...flag }) => ({
    ...flag,
    actor_id: actorId,
    rows: rows.map(Number),
  }))
  const [row] = await deskDb().$queryRaw<{ raised: number }[]>`
    SELECT raise_looking_flags(${JSON.stringify(rows)}::jsonb, ${now()}::timestamptz) AS raised`
  return row?.raised ?? 0
}
