import { randomUUID } from 'node:crypto'
import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { changePassword } from './change-password'
import { newAuthenticator } from './new-authenticator'
import { confirmAuthenticator, nextAuthenticator, ownFactors, renewRecoveryCodes } from './own-factors'
import { hashPassword, verifyPassword } from './password'
import { shownRecoveryCodes } from './recovery-codes'
import { findSession, startSession } from './session'
import type { Session } from './session'
import { signIn } from './sign-in'

const old = 'a long enough password'
const next = 'quite another sentence'
const now = new Date()
const codeOf = (secret: string) => generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) })

async function signedIn(
  password: string | null = old,
): Promise<{ session: Session; email: string; other: string }> {
  const id = randomUUID()
  const email = `${id}@example.test`
  const passwordHash = password === null ? null : await hashPassword(password)
  await deskDb().account.create({ data: { id, email, name: 'Test', role: 'triager', passwordHash } })
  const other = await startSession(id, 'password')
  const session = await findSession(await startSession(id, 'password'))
  if (session === null) throw new Error('no session')
  return { session, email, other }
}

const change = (
  session: Session,
  given: { current?: string; password?: string; again?: string },
  waits: number[] = [],
) =>
  changePassword(session, { current: old, password: next, again: given.password ?? next, ...given }, (ms) =>
    Promise.resolve(waits.push(ms)),
  )

describe('changing one’s password', () => {
  it('needs the old one, and ends every other session', async () => {
    const { session, email, other } = await signedIn()
    expect(await change(session, { current: 'wrong' })).toBe('wrong-current')
    expect(await change(session, {})).toBeNull()
    const { passwordHash } = await deskDb().account.findUniqueOrThrow({ where: { email } })
    expect(await verifyPassword(next, passwordHash ?? '')).toBe(true)
    expect(await findSession(other)).toBeNull()
    const rows = await ownerDb().auditEvent.findMany({
      where: { actorId: session.actor.id },
      orderBy: { seq: 'asc' },
    })
    expect(rows.map(({ action }) => action).filter((action) => action.startsWith('password'))).toEqual([
      'password-change-refused',
      'password-changed',
    ])
  })

  it.each([
    [{ password: 'short' }, 'too-short'],
    [{ password: 'passwordpassword' }, 'common'],
    [{ password: old }, 'same'],
    [{ again: 'quite another sentense' }, 'different'],
  ])('to %j is %s and changes nothing', async (given, problem) => {
    const { session, email, other } = await signedIn()
    expect(await change(session, given)).toBe(problem)
    const { passwordHash } = await deskDb().account.findUniqueOrThrow({ where: { email } })
    expect(await verifyPassword(old, passwordHash ?? '')).toBe(true)
    expect(await findSession(other)).not.toBeNull()
  })

  it('is slowed when the old one is guessed', async () => {
    const { session } = await signedIn()
    const waits: number[] = []
    for (let tries = 0; tries < 5; tries += 1) await change(session, { current: 'wrong' }, waits)
    expect(waits.length).toBeGreaterThan(0)
  })

  it('sets a first one without an old one', async () => {
    const { session } = await signedIn(null)
    expect(await change(session, { current: '' })).toBeNull()
    expect(await ownFactors(session)).toMatchObject({ hasPassword: true, hasAuthenticator: false })
  })
})

describe('setting up an authenticator', () => {
  it('counts when a code of it is given, which works once', async () => {
    const { session, email, other } = await signedIn()
    const { secret, link } = await nextAuthenticator(session)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/u)
    expect(link).toContain(`secret=${secret}`)
    await expect(asOf(now, () => confirmAuthenticator(session, '000000'))).rejects.toThrow('invalid')
    expect(await ownFactors(session)).toMatchObject({ hasAuthenticator: false })
    await asOf(now, () => confirmAuthenticator(session, codeOf(secret)))
    expect(await ownFactors(session)).toMatchObject({ hasAuthenticator: true })
    expect(await findSession(other)).toBeNull()
    const again = { email, password: old, code: codeOf(secret) }
    expect(await asOf(now, () => signIn(again, {}, () => Promise.resolve()))).toEqual({
      ok: false,
      why: 'wrong',
    })
  })

  it('is another one each time and for each session', async () => {
    const one = await signedIn()
    const first = await nextAuthenticator(one.session)
    expect(await nextAuthenticator(one.session)).toEqual(first)
    await asOf(now, () => confirmAuthenticator(one.session, codeOf(first.secret)))
    const second = await nextAuthenticator(one.session)
    expect(second.secret).not.toBe(first.secret)
    await expect(asOf(now, () => confirmAuthenticator(one.session, codeOf(first.secret)))).rejects.toThrow(
      'invalid',
    )
    expect(newAuthenticator('a@example.test', 'x').secret).not.toBe(
      newAuthenticator('a@example.test', 'y').secret,
    )
  })
})

it('a new set of recovery codes is ten, ends every other session, and is the newest alone', async () => {
  const { session, other } = await signedIn()
  const first = await renewRecoveryCodes(session)
  expect(await shownRecoveryCodes(session.actor.id, first)).toHaveLength(10)
  expect(await findSession(other)).toBeNull()
  await renewRecoveryCodes(session)
  expect(await shownRecoveryCodes(session.actor.id, first)).toBeNull()
  expect(await ownFactors(session)).toMatchObject({ recoveryCodes: 10 })
})
