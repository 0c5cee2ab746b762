import 'server-only'
import { asActor } from '@/lib/db/client'
import { readSnooze } from '@/lib/domain/own-queue/snooze'
import type { SnoozeReason } from '@/lib/domain/own-queue/snooze'
import type { Actor } from '@/lib/domain/policy'
import { isPutOff } from './own-queue'

/** Until when somebody has put a case off, and why; null where they have not, or it has come back. */
export async function ownSnooze(
  actor: Actor,
  caseId: string,
): Promise<{ readonly until: Date; readonly reason: SnoozeReason } | null> {
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ until: Date; reason: string }[]>`
      SELECT own.until, own.reason FROM case_snooze own JOIN "case" c ON c.id = own.case_id
       WHERE own.account_id = ${actor.id}::uuid AND c.id = ${caseId}::uuid AND ${isPutOff(actor)}`,
  )
  const reason = readSnooze(rows[0]?.reason ?? '', 'week')?.reason
  return rows[0] === undefined || reason === undefined ? null : { until: rows[0].until, reason }
}
