import 'server-only'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import type { Transaction } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** On whose word; nulls for the command that makes the first administrator. */
export interface Withdrawer {
  readonly id: string | null
  readonly role: string | null
}

/**
 * Takes back every open invitation `where` finds, each with a row in the audit, and says how many. Pass the transaction of what
 * voids them, so that the one never happens without the other.
 */
export async function withdrawInvitations(
  tx: Transaction,
  where: Pick<Prisma.InvitationWhereInput, 'id' | 'email' | 'OR'>,
  by: Withdrawer,
): Promise<number> {
  const at = now()
  const withdrawn = await tx.invitation.updateManyAndReturn({
    where: { ...where, usedAt: null, withdrawnAt: null, expiresAt: { gt: at } },
    data: { withdrawnAt: at },
    select: { id: true },
  })
  for (const { id } of withdrawn) {
    const detail = { invitation: id }
    await appendAudit(tx, { actorId: by.id, role: by.role, action: 'invitation-withdrawn', detail })
  }
  return withdrawn.length
}
