import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** An invitation as administrators see it. The secret in its link is nowhere. */
export interface ListedInvitation {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: string
  readonly districts: readonly string[]
  readonly invitedBy: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly state: 'open' | 'used' | 'withdrawn' | 'expired'
}

const most = 200

/** The newest invitations, the open ones first. `forbidden` for everybody but administrators. */
export async function listInvitations(actor: Actor): Promise<readonly ListedInvitation[]> {
  if (!mayEnter(actor.role, 'accounts')) throw new DomainError('forbidden')
  const rows = await deskDb().invitation.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: most,
    include: { invitedBy: { select: { name: true } } },
  })
  const listed = rows.map(({ invitedBy, ...row }) => {
    const { id, email, name, role, districts, createdAt, expiresAt } = row
    return {
      ...{ id, email, name, role, districts, createdAt, expiresAt },
      invitedBy: invitedBy?.name ?? null,
      state: stateOf(row, now()),
    }
  })
  return [
    ...listed.filter(({ state }) => state === 'open'),
    ...listed.filter(({ state }) => state !== 'open'),
  ]
}

interface Ends {
  readonly usedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly expiresAt: Date
}

function stateOf({ usedAt, withdrawnAt, expiresAt }: Ends, at: Date): ListedInvitation['state'] {
  if (usedAt !== null) return 'used'
  if (withdrawnAt !== null) return 'withdrawn'
  return expiresAt <= at ? 'expired' : 'open'
}
