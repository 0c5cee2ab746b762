import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { deskDb } from '@/lib/db/client'
import { sweepChallenges } from './sweep-challenges'

/** What a challenge was made for; it is worth nothing for anything else. */
export type ChallengePurpose = 'sign-in' | 'confirm' | 'register' | 'accept-invitation'

export interface Challenge {
  readonly challenge: string
  /** Whose answer it must be; null at sign-in, where the passkey says who. */
  readonly accountId: string | null
}

const life = 5 * 60_000

/** Name and attributes of the cookie that ties a challenge to the browser it was made for. */
export function challengeCookie() {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: life / 1000 } as const
  return { name: secure ? '__Host-ceremony' : 'ceremony', options }
}

/** Keeps a challenge for five minutes and gives the value for the cookie. */
export async function keepChallenge(
  purpose: ChallengePurpose,
  { challenge, accountId }: Challenge,
): Promise<string> {
  const value = randomBytes(32).toString('base64url')
  const at = now()
  await sweepChallenges(purpose, at)
  await deskDb().signInChallenge.createMany({
    data: {
      idHash: hashed(value),
      purpose,
      accountId,
      detail: { challenge },
      expiresAt: new Date(at.getTime() + life),
    },
  })
  return value
}

/** The challenge of a cookie, which is gone with this: it is answered once, rightly or wrongly. Null when there is none to answer. */
export async function takeChallenge(
  purpose: ChallengePurpose,
  cookie: string | undefined,
): Promise<Challenge | null> {
  if (cookie === undefined) return null
  const rows = await deskDb().$queryRaw<
    { purpose: string; account_id: string | null; challenge: string; expires_at: Date }[]
  >`
    DELETE FROM sign_in_challenge WHERE id_hash = ${hashed(cookie)}
    RETURNING purpose, account_id::text, detail->>'challenge' AS challenge, expires_at`
  const row = rows[0]
  if (row?.purpose !== purpose || row.expires_at <= now()) return null
  return { challenge: row.challenge, accountId: row.account_id }
}

function hashed(value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(value).digest())
}
