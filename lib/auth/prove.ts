import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import { PoolFullError } from '@/lib/sealing/work-pool'
import { checkCredentials } from './check-credentials'
import type { Typed } from './check-credentials'
import { forgetTries, reserveTry } from './reserve-try'

/** `busy`: not looked at, because so many tries are waiting. It says nothing of what was typed. */
export type Proof = 'proved' | 'wrong' | 'busy'

/**
 * Whether what somebody who is signed in typed is their password and a code of their authenticator (or a recovery code); the
 * code is used up. Wrong tries in a row wait, in a line of their own that strangers cannot fill, and are audited.
 */
export async function proveStrongly(
  accountId: string,
  given: Typed,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<Proof> {
  const { email, role } = await deskDb().account.findUniqueOrThrow({ where: { id: accountId } })
  const place = await reserveTry(email, `confirm ${accountId}`)
  if (place === null) return 'busy'
  if (place.wait > 0) await wait(place.wait)
  const proof = await check(accountId, given)
  if (proof === 'proved') await forgetTries(place)
  if (proof === 'wrong')
    await appendAudit(deskDb(), { actorId: accountId, role, action: 'confirmation-refused' })
  return proof
}

async function check(accountId: string, given: Typed): Promise<Proof> {
  const account = await deskDb().account.findUnique({ where: { id: accountId } })
  try {
    return (await checkCredentials(account, given, 'known')) === null ? 'wrong' : 'proved'
  } catch (error) {
    if (error instanceof PoolFullError) return 'busy'
    throw error
  }
}
