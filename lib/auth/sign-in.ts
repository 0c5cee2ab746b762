import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { countedLog } from '@/lib/adapters/counted-log'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { Account } from '@/lib/db/generated/client'
import { PoolFullError } from '@/lib/sealing/work-pool'
import { checkCredentials } from './check-credentials'
import type { Typed } from './check-credentials'
import { markOf } from './known-browser'
import { forgetTries, reserveTry } from './reserve-try'
import { startSession } from './session'

export interface Credentials extends Typed {
  readonly email: string
}

/** The cookies of the browser somebody signs in at. */
export interface Browser {
  /** Says that they signed in there before. */
  readonly known?: string | undefined
  /** The session it had; it ends. */
  readonly session?: string | undefined
}

export type SignInAnswer =
  | {
      readonly ok: true
      readonly token: string
      readonly email: string
      readonly method: 'password' | 'recovery-code'
    }
  /** `busy`: not looked at, because so many tries are waiting. The same for every address, whether anybody has it or not. */
  | { readonly ok: false; readonly why: 'wrong' | 'busy' }

const countBusy = countedLog('sign-in-busy')

type Wait = (milliseconds: number) => Promise<unknown>

/** An address as accounts have it. */
export function plainEmail(typed: string): string {
  return typed.trim().toLowerCase()
}

/**
 * Checks all three and starts a session. One answer for every kind of wrong, after the same work, so that nothing tells
 * whether an account exists. Tries without a success wait longer and longer, one after the other; somebody at a browser
 * that signed in to this account before stands in a line of its own, which strangers cannot fill.
 */
export async function signIn(
  given: Credentials,
  browser: Browser = {},
  wait: Wait = pause,
): Promise<SignInAnswer> {
  const email = plainEmail(given.email)
  const mark = markOf(email, browser.known)
  const place = await reserveTry(email, mark)
  if (place === null) return busy()
  if (place.wait > 0) await wait(place.wait)
  // Only now: what was changed or closed during the wait counts.
  const account = await deskDb().account.findUnique({ where: { email } })
  try {
    const method = await checkCredentials(account, given, mark === null ? 'stranger' : 'known')
    if (account === null || method === null) return await refuse(account)
    await forgetTries(place)
    const token = await startSession(account, method, browser.session)
    return token === null ? await refuse(account) : { ok: true, token, email, method }
  } catch (error) {
    if (error instanceof PoolFullError) return busy()
    throw error
  }
}

async function refuse(account: Account | null): Promise<SignInAnswer> {
  const who = { actorId: account?.id ?? null, role: account?.role ?? null }
  await appendAudit(deskDb(), { ...who, action: 'sign-in-refused', detail: { why: 'wrong' } })
  return { ok: false, why: 'wrong' }
}

/** Nobody was looked at, so the log counts it: a flood must not fill what is kept for good. */
function busy(): SignInAnswer {
  countBusy('line-full')
  return { ok: false, why: 'busy' }
}
