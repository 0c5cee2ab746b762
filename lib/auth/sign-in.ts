import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { db } from '@/lib/db/client'
import type { Account } from '@/lib/db/generated/client'
import { nobodysHash, verifyPassword } from './password'
import { startSession } from './session'
import { delayAfter, waitLeft } from './throttle'
import { acceptedStep } from './totp'
import { openTotpSecret } from './totp-secret'
import { noteUnknown, waitForUnknown } from './unknown-accounts'

export interface Credentials {
  readonly email: string
  readonly password: string
  readonly code: string
}

/**
 * Checks all three and starts a session: the token for the cookie, or null. One answer for every kind of wrong, after the
 * same work, so that nothing tells whether an account exists. Wrong answers in a row make the next one wait; a right one
 * always gets in. `wait` takes milliseconds.
 */
export async function signIn(
  given: Credentials,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<string | null> {
  const email = given.email.trim().toLowerCase()
  const account = await db().account.findUnique({ where: { email } })
  const left = account === null ? waitForUnknown(email, now()) : waitLeft(account.throttledUntil, now())
  if (left > 0) await wait(left)
  const rightPassword = await verifyPassword(given.password, account?.passwordHash ?? (await nobodysHash()))
  if (account === null) {
    noteUnknown(email, now())
    return null
  }
  const step =
    account.totpSecret === null
      ? null
      : acceptedStep(openTotpSecret(account.id, account.totpSecret), given.code, account.totpLastStep, now())
  if (!rightPassword || step === null || !account.active || !(await spendStep(account.id, step))) {
    await noteFailure(account)
    return null
  }
  await appendAudit(db(), { actorId: account.id, role: account.role, action: 'signed-in' })
  return startSession(account.id)
}

/** Marks the code as used. False when another request used it, or a later one, in the same moment. */
async function spendStep(accountId: string, step: number): Promise<boolean> {
  const { count } = await db().account.updateMany({
    where: { id: accountId, totpLastStep: { lt: step } },
    data: { totpLastStep: step, failedAttempts: 0, throttledUntil: null },
  })
  return count === 1
}

async function noteFailure(account: Account): Promise<void> {
  const { failedAttempts } = await db().account.update({
    where: { id: account.id },
    data: { failedAttempts: { increment: 1 } },
  })
  const throttledUntil = new Date(now().getTime() + delayAfter(failedAttempts))
  await db().account.update({ where: { id: account.id }, data: { throttledUntil } })
  await appendAudit(db(), { actorId: account.id, role: account.role, action: 'sign-in-refused' })
}
