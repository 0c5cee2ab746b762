import 'server-only'
import { randomBytes } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import type { Transaction } from '@/lib/db/client'
import { deskDb } from '@/lib/db/client'
import { mostWrongCodes } from '@/lib/domain/password-way'
import { parseRecoveryCode, recoveryCodeOf, recoveryCodes } from '@/lib/domain/recovery-code'
import { keyedHash } from './keyed-hash'
import type { ProvedAccount } from './session'

/**
 * Name and attributes of the cookie while a new set is shown: 256 random bits from which, with the deployment's secret, the
 * codes are made again. So they are written down nowhere, and gone when the browser has put the cookie away.
 */
export function shownCodesCookie() {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 15 * 60 } as const
  return { name: secure ? '__Host-codes' : 'codes', options }
}

/** Makes a new set, which voids the one before, and gives the value for the cookie that shows it. */
export async function makeRecoveryCodes(tx: Transaction, accountId: string): Promise<string> {
  const seed = randomBytes(32).toString('base64url')
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  await tx.recoveryCode.createMany({
    data: codesOf(accountId, seed).map((code) => ({ hash: hashOf(accountId, code), accountId })),
  })
  return seed
}

/** The set a cookie shows, while it is the account's newest and none of it has been used; else null. */
export async function shownRecoveryCodes(
  accountId: string,
  seed: string | undefined,
): Promise<readonly string[] | null> {
  if (seed === undefined) return null
  const codes = codesOf(accountId, seed)
  const known = await deskDb().recoveryCode.count({
    where: { accountId, usedAt: null, hash: { in: codes.map((code) => hashOf(accountId, code)) } },
  })
  return known === codes.length ? codes : null
}

/**
 * Uses a code up. False for anything that is none, was used, or was used by another request in the same moment, when the
 * account or a way into it changed since it was loaded, and when its password way is closed.
 */
export async function spendRecoveryCode(
  { id: accountId, version }: ProvedAccount,
  typed: string,
): Promise<boolean> {
  const code = parseRecoveryCode(typed)
  if (code === null) return false
  const { count } = await deskDb().recoveryCode.updateMany({
    where: {
      hash: hashOf(accountId, code),
      accountId,
      usedAt: null,
      account: { active: true, version, wrongCodes: { lt: mostWrongCodes } },
    },
    data: { usedAt: now() },
  })
  return count === 1
}

/** How many are left unused. */
export function countRecoveryCodes(accountId: string): Promise<number> {
  return deskDb().recoveryCode.count({ where: { accountId, usedAt: null } })
}

function codesOf(accountId: string, seed: string): readonly string[] {
  return Array.from({ length: recoveryCodes.count }, (_, index) =>
    recoveryCodeOf(keyedHash('recovery-codes-shown', accountId, seed, String(index))),
  )
}

function hashOf(accountId: string, code: string): Uint8Array<ArrayBuffer> {
  return keyedHash('recovery-code', accountId, code)
}
