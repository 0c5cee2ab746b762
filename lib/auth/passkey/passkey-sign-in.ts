import 'server-only'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { countedLog } from '@/lib/adapters/counted-log'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { isPasswordWayClosed } from '@/lib/domain/password-way'
import { startSession } from '../session'
import { beginAssertion, finishAssertion } from './assertion'
import type { Assertion } from './assertion'

const countNobodys = countedLog('passkey-of-nobody')

type Refused = Exclude<Assertion, { ok: true }>

/** Asks a browser for any passkey of this site. */
export function beginPasskeySignIn() {
  return beginAssertion('sign-in', null)
}

export interface PasskeySignIn {
  readonly token: string
  readonly email: string
  /** Their password was given with too many wrong codes: they are to be told. */
  readonly isPasswordClosed: boolean
}

/** Starts a session for whoever answered with their passkey, or null. `session` is the token of the one the browser had. */
export async function finishPasskeySignIn(
  cookie: string | undefined,
  response: AuthenticationResponseJSON,
  session?: string,
): Promise<PasskeySignIn | null> {
  const answer = await finishAssertion('sign-in', cookie, response)
  if (!answer.ok) {
    await noteRefusal(answer, 'sign-in-refused')
    return null
  }
  const { id, email } = answer.account
  const token = await startSession(answer.account, 'passkey', session)
  if (token !== null) return { token, email, isPasswordClosed: isPasswordWayClosed(answer.account) }
  await noteRefusal({ ok: false, accountId: id, why: 'refused' }, 'sign-in-refused')
  return null
}

/** Asks for a passkey of somebody who is signed in, to prove that it is still them. */
export function beginPasskeyConfirmation(accountId: string) {
  return beginAssertion('confirm', accountId)
}

/** Whether that was them. */
export async function finishPasskeyConfirmation(
  accountId: string,
  cookie: string | undefined,
  response: AuthenticationResponseJSON,
): Promise<boolean> {
  const answer = await finishAssertion('confirm', cookie, response)
  if (answer.ok && answer.account.id === accountId) return true
  await noteRefusal(answer.ok ? { ok: false, accountId, why: 'refused' } : answer, 'confirmation-refused')
  return false
}

/** What is nobody's, anybody can send as often as they like: the log counts it, and what is kept for good does not grow. */
async function noteRefusal({ accountId, why }: Refused, action: AuditAction): Promise<void> {
  const account = accountId === null ? null : await deskDb().account.findUnique({ where: { id: accountId } })
  if (account === null) {
    countNobodys(why)
    return
  }
  const who = { actorId: account.id, role: account.role }
  await appendAudit(deskDb(), { ...who, action, detail: { method: 'passkey', why } })
}
