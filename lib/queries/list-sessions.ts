import 'server-only'
import { now } from '@/lib/adapters/clock'
import { sessionLife } from '@/lib/auth/session-life'
import { deskDb } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** A live session as its owner and an administrator see it. Neither an address nor a browser's name is kept of it. */
export interface ListedSession {
  readonly handle: string
  readonly method: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

/** The live sessions of an account, the last used first: for its owner and for administrators, `forbidden` for others. */
export async function listSessions(actor: Actor, accountId: string): Promise<readonly ListedSession[]> {
  if (actor.id !== accountId && !mayEnter(actor.role, 'accounts')) throw new DomainError('forbidden')
  const at = now().getTime()
  return deskDb().staffSession.findMany({
    where: {
      accountId,
      endedAt: null,
      lastSeenAt: { gt: new Date(at - sessionLife.idle) },
      createdAt: { gt: new Date(at - sessionLife.absolute) },
    },
    orderBy: [{ lastSeenAt: 'desc' }, { handle: 'asc' }],
    select: { handle: true, method: true, createdAt: true, lastSeenAt: true },
  })
}
