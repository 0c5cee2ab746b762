import { startSession } from '@/lib/auth/session'
import { ownerDb } from '@/lib/db/owner'
import type { SessionMethod } from '@/lib/domain/session'

/** The token of a new session of an account, as it is now. */
export async function sessionFor(
  accountId: string,
  method: SessionMethod = 'password',
  replaces?: string,
): Promise<string> {
  const account = await ownerDb().account.findUniqueOrThrow({ where: { id: accountId } })
  const token = await startSession(account, method, replaces)
  if (token === null) throw new Error('The account changed while a session was begun.')
  return token
}
