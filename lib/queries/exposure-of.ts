import 'server-only'
import { today } from '@/lib/commands/journey-setting'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** How often somebody chose, in the last 28 days, to read words of hatred as they were written: their own, or for a supervisor anybody's; 0 for others. */
export async function exposureOf(actor: Actor, accountId: string): Promise<number> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ count: number }[]>`
      SELECT coalesce(sum(count), 0)::integer AS count FROM exposure
       WHERE account_id = ${accountId}::uuid AND day > ${today()}::date - 28`,
  )
  return row?.count ?? 0
}
