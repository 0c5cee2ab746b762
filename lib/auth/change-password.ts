import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import { appendAudit } from '@/lib/commands/append-audit'
import { currentForce } from '@/lib/config/current-force'
import { deskDb } from '@/lib/db/client'
import type { Account } from '@/lib/db/generated/client'
import { PoolFullError } from '@/lib/sealing/work-pool'
import { changed } from './own-factors'
import { hashPassword, verifyPassword } from './password'
import { passwordProblem } from './password-rules'
import type { PasswordProblem } from './password-rules'
import { forgetTries, reserveTry } from './reserve-try'
import type { Session } from './session'

/** A new password, typed twice because not every browser can show it. */
export interface TypedTwice {
  readonly password: string
  readonly again: string
}

export type NewPasswordProblem = PasswordProblem | 'different' | 'busy'

/** The hash of a new password, or what is wrong with it. */
export async function newPasswordHash(
  { password, again }: TypedTwice,
  owner: { readonly name: string; readonly email: string },
): Promise<{ readonly hash: string } | { readonly problem: NewPasswordProblem }> {
  const problem = passwordProblem(password, { ...owner, force: currentForce().name })
  if (problem !== null) return { problem }
  if (password !== again) return { problem: 'different' }
  try {
    return { hash: await hashPassword(password) }
  } catch (error) {
    if (error instanceof PoolFullError) return { problem: 'busy' }
    throw error
  }
}

/**
 * Changes the password of whoever is signed in, who gives the old one where they have one; null when it is done, else what is
 * wrong. Wrong old passwords wait like any other guessing.
 */
export async function changePassword(
  session: Session,
  given: TypedTwice & { readonly current: string },
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<NewPasswordProblem | 'wrong-current' | 'same' | null> {
  const { actor } = session
  const account = await deskDb().account.findUniqueOrThrow({ where: { id: actor.id } })
  if (account.passwordHash !== null) {
    const known = await isCurrent(account, given.current, wait)
    if (known === 'wrong-current') {
      await appendAudit(deskDb(), { actorId: actor.id, role: actor.role, action: 'password-change-refused' })
    }
    if (known !== null) return known
    if (given.password.normalize('NFC') === given.current.normalize('NFC')) return 'same'
  }
  const made = await newPasswordHash(given, account)
  if ('problem' in made) return made.problem
  // Whoever guessed codes with the old one has to begin with guessing this.
  const data = { passwordHash: made.hash, wrongCodes: 0 }
  await changed(session, 'password-changed', (tx) =>
    tx.account.update({ where: { id: actor.id }, data, select: { id: true } }),
  )
  return null
}

/** Null when the old password is right, as it is after the wait. */
async function isCurrent(
  { id, email }: Account,
  typed: string,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<'busy' | 'wrong-current' | null> {
  const place = await reserveTry(email, `change ${id}`)
  if (place === null) return 'busy'
  if (place.wait > 0) await wait(place.wait)
  const { passwordHash } = await deskDb().account.findUniqueOrThrow({ where: { id } })
  try {
    if (passwordHash === null || !(await verifyPassword(typed, passwordHash))) return 'wrong-current'
  } catch (error) {
    if (error instanceof PoolFullError) return 'busy'
    throw error
  }
  await forgetTries(place)
  return null
}
