import 'server-only'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { SessionEnd } from '@/lib/domain/session'

/** Who ended a session that is not their own. */
export interface Ender {
  readonly id: string
  readonly role: string
}

/**
 * Ends every live session `where` finds, each with a row in the audit, and says how many. Pass the transaction of what made
 * them end, so that the one never happens without the other. A request that is under way is finished; the next is refused.
 */
export async function endSessions(
  tx: Transaction,
  where: Pick<Prisma.StaffSessionWhereInput, 'idHash' | 'handle' | 'accountId' | 'NOT'>,
  why: SessionEnd,
  by?: Ender,
): Promise<number> {
  const ended = await tx.staffSession.updateManyAndReturn({
    where: { ...where, endedAt: null },
    data: { endedAt: now() },
    select: { handle: true, accountId: true },
  })
  for (const { handle, accountId } of ended) {
    const { role } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { role: true } })
    const ender = by ?? { id: accountId, role }
    const detail = { session: handle, account: accountId, why }
    await appendAudit(tx, { actorId: ender.id, role: ender.role, action: 'session-ended', detail })
  }
  return ended.length
}

/**
 * Ends every session of an account but the one named by `except`, at once, and says how many: for a changed password, passkey
 * or second factor.
 */
export function endSessionsOf(
  accountId: string,
  except?: string,
  why: SessionEnd = 'factors-changed',
): Promise<number> {
  const where = { accountId, ...(except === undefined ? {} : { NOT: { handle: except } }) }
  return deskDb().$transaction((tx) => endSessions(tx, where, why))
}
