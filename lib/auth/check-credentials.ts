import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { Account } from '@/lib/db/generated/client'
import { mostWrongCodes } from '@/lib/domain/password-way'
import { countWrongCode } from './count-wrong-code'
import { nobodysHash, verifyPassword } from './password'
import type { HashQueue } from './password'
import { spendRecoveryCode } from './recovery-codes'
import { acceptedStep } from './totp'
import { openTotpSecret } from './totp-secret'

/** What somebody types to show who they are. */
export interface Typed {
  readonly password: string
  /** Six digits of an authenticator, or a recovery code. */
  readonly code: string
}

/**
 * Checks a password and then a code, which is used up when both are right: `password` for a code of the authenticator,
 * `recovery-code` for one of those, null for anything wrong, and when the account or a way into it changed since it was loaded:
 * load it after any wait. An account that is not there takes the same work. Wrong codes after a right password are counted, and
 * after thirty in a row no code is right. Throws PoolFullError when too many passwords wait to be checked.
 */
export async function checkCredentials(
  account: Account | null,
  typed: Typed,
  queue: HashQueue,
): Promise<'password' | 'recovery-code' | null> {
  const isRight = await verifyPassword(typed.password, account?.passwordHash ?? (await nobodysHash()), queue)
  const method = isRight && account?.active === true ? await spendCode(account, typed.code) : null
  if (method === null) await countWrongCode(account, isRight)
  return method
}

async function spendCode(account: Account, code: string): Promise<'password' | 'recovery-code' | null> {
  if (await spendAuthenticatorCode(account, code)) return 'password'
  if (!(await spendRecoveryCode(account, code))) return null
  await deskDb().account.updateMany({ where: asLoaded(account), data: { wrongCodes: 0 } })
  return 'recovery-code'
}

/** Uses up an authenticator's code. False when it is wrong, or another request used it, or a later one, in the same moment. */
async function spendAuthenticatorCode(account: Account, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false
  const secret = openTotpSecret(account.id, account.totpSecret)
  const step = acceptedStep(secret, code, account.totpLastStep, now())
  if (step === null) return false
  const { count } = await deskDb().account.updateMany({
    where: { ...asLoaded(account), totpLastStep: { lt: step } },
    data: { totpLastStep: step, wrongCodes: 0 },
  })
  return count === 1
}

/** Finds the account while it may sign in with a password and neither it nor a way into it is another than when it was loaded. */
function asLoaded({ id, version }: Account) {
  return { id, active: true, version, wrongCodes: { lt: mostWrongCodes } }
}
