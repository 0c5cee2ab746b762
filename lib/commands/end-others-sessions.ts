import 'server-only'
import { endSessions } from '@/lib/auth/end-sessions'
import { asActor, deskDb } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { SignedIn } from '@/lib/domain/step-up'
import { isUuid } from '@/lib/domain/uuid'
import { asAdministrator } from './change-account'

/** Ends one session of somebody else's account, or all when `handle` is null, and says how many. `not-found` for no account. */
export function endOthersSessions(
  by: SignedIn,
  { accountId, handle }: { readonly accountId: string; readonly handle: string | null },
): Promise<number> {
  return asAdministrator(by, 'end-others-sessions', async () => {
    if (!isUuid(accountId) || (handle !== null && !isUuid(handle))) throw new DomainError('not-found')
    const where = { accountId, ...(handle === null ? {} : { handle }) }
    return asActor(by.actor, (tx) => endSessions(tx, where, 'by-administrator', by.actor))
  })
}

/**
 * Ends sessions of one's own: the one named by `handle`, or with `null` every one but `current`. Says how many; a handle that is
 * somebody else's ends nothing.
 */
export async function endOwnSessions(
  actor: Actor,
  { current, handle }: { readonly current: string; readonly handle: string | null },
): Promise<number> {
  if (handle !== null && !isUuid(handle)) throw new DomainError('not-found')
  const which = handle === null ? { NOT: { handle: current } } : { handle }
  return deskDb().$transaction((tx) => endSessions(tx, { accountId: actor.id, ...which }, 'by-owner'))
}
