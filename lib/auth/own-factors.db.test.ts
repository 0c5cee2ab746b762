import { randomUUID } from 'node:crypto'
import { generateSync } from 'otplib'
import { describe, expect, it } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { mostWrongCodes } from '@/lib/domain/password-way'
import { changePassword } from './change-password'
import { endSessionsOf } from './end-sessions'
import { connect, disconnect } from './force-sign-in/identities'
import { newAuthenticator } from './new-authenticator'
import {
  addPasskey,
  confirmAuthenticator,
  hasOnePasskeyAlone,
  nextAuthenticator,
  ownFactors,
  removePasskey,
  renewRecoveryCodes,
} from './own-factors'
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
  const other = await asOf(now, () => sessionFor(id, 'password'))
  const token = await asOf(now, () => sessionFor(id, 'password'))
  const session = await findSession(token)
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

  it('opens signing in with it again, after too many wrong codes', async () => {
    const { session, email } = await signedIn()
    await deskDb().account.update({ where: { email }, data: { wrongCodes: mostWrongCodes } })
    expect(await ownFactors(session)).toMatchObject({ isPasswordClosed: true })
    expect(await change(session, {})).toBeNull()
    expect(await ownFactors(session)).toMatchObject({ isPasswordClosed: false })
  })

  it('sets a first one without an old one', async () => {
    const { session } = await signedIn(null)
    expect(await change(session, { current: '' })).toBeNull()
    expect(await ownFactors(session)).toMatchObject({ hasPassword: true, hasAuthenticator: false })
  })
})

describe('changing any way in', () => {
  it('voids what somebody is proving in the same moment', async () => {
    const { session, email } = await signedIn()
    const proved = await deskDb().account.findUniqueOrThrow({ where: { email } })
    await renewRecoveryCodes(session)
    expect(await startSession(proved, 'password')).toBeNull()
    expect(await sessionFor(session.actor.id)).not.toBeNull()
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

it('there are no recovery codes for somebody without a password: alone they open nothing', async () => {
  const { session, other } = await signedIn(null)
  await expect(renewRecoveryCodes(session)).rejects.toThrow('invalid')
  expect(await ownFactors(session)).toMatchObject({ recoveryCodes: 0 })
  expect(await findSession(other)).not.toBeNull()
})

it('one passkey and nothing that lasts beside it is one lost device from being shut out', async () => {
  const { session } = await signedIn()
  const account = { where: { id: session.actor.id } }
  const isAlone = async () => hasOnePasskeyAlone(await ownFactors(session))
  const add = () =>
    deskDb().passkey.create({
      data: {
        id: randomUUID(),
        accountId: session.actor.id,
        publicKey: new Uint8Array([1]),
        name: 'Phone',
        createdAt: now,
      },
    })
  expect(await isAlone()).toBe(false)
  await add()
  expect(await isAlone()).toBe(true)
  await deskDb().account.update({ ...account, data: { totpSecret: new Uint8Array([1]) } })
  expect(await isAlone()).toBe(false)
  await deskDb().account.update({ ...account, data: { passwordHash: null } })
  expect(await isAlone()).toBe(true)
  await add()
  expect(await isAlone()).toBe(false)
})

describe('every change of a way in', () => {
  const passkey = (accountId: string) => ({
    id: randomUUID(),
    accountId,
    publicKey: new Uint8Array([1]),
    counter: 0,
    transports: [],
  })
  type Change = (session: Session) => Promise<unknown>
  const identity = () => ({ issuer: 'https://login.example', subject: randomUUID(), authenticatedAt: null })
  const changes: [string, Change][] = [
    ['another password', (session) => change(session, {})],
    [
      'another authenticator',
      async (session) => confirmAuthenticator(session, codeOf((await nextAuthenticator(session)).secret)),
    ],
    ['a passkey', (session) => addPasskey(session, passkey(session.actor.id), 'Phone')],
    ['a passkey fewer', (session) => removePasskey(session, 'old')],
    ['other recovery codes', renewRecoveryCodes],
    ['the force’s own sign-in', (session) => connect(session, identity())],
    ['no longer the force’s own sign-in', disconnect],
  ]
  const refusal = (work: Promise<unknown>) =>
    work.then(
      (value) => value,
      (error: unknown) => (error instanceof Error ? error.message : 'failed'),
    )

  it.each(changes)('%s: is refused to whoever has not just proved who they are', async (_what, make) => {
    const { session } = await signedIn()
    const before = await wayInOf(session)
    const stale = { strongAt: new Date(now.getTime() - 600_000) }
    await deskDb().staffSession.update({ where: { handle: session.handle }, data: stale })
    expect(['step-up', 'unproved']).toContain(await asOf(now, () => refusal(make(session))))
    expect(await wayInOf(session)).toEqual(before)
  })

  it.each(changes)('%s: is refused to a session that ended on the way', async (_what, make) => {
    const { session } = await signedIn()
    const before = await wayInOf(session)
    await endSessionsOf(session.actor.id)
    expect(['forbidden', 'refused']).toContain(await asOf(now, () => refusal(make(session))))
    expect(await wayInOf(session)).toEqual(before)
  })

  it('made in two sessions at once is made in one', async () => {
    const { session, other } = await signedIn()
    const second = await findSession(other)
    if (second === null) throw new Error('no session')
    const both = [session, second].map((own) => asOf(now, () => refusal(renewRecoveryCodes(own))))
    expect((await Promise.all(both)).filter((answer) => answer === 'forbidden')).toHaveLength(1)
  })

  const wayInOf = ({ actor }: Session) =>
    deskDb().account.findUniqueOrThrow({
      where: { id: actor.id },
      select: {
        passwordHash: true,
        totpSecret: true,
        passkeys: true,
        identities: true,
        _count: { select: { recoveryCodes: true } },
      },
    })
})

it('a password changed while somebody waits to change it stays', async () => {
  const { session } = await signedIn()
  for (let tries = 0; tries < 3; tries += 1) await asOf(now, () => change(session, { current: 'wrong' }))
  const passwordHash = await hashPassword('a third sentence, of somebody else')
  const where = { id: session.actor.id }
  const meanwhile = () => deskDb().account.update({ where, data: { passwordHash } })
  const given = { current: old, password: next, again: next }
  expect(await asOf(now, () => changePassword(session, given, meanwhile))).toBe('wrong-current')
  expect(await deskDb().account.findUniqueOrThrow({ where })).toMatchObject({ passwordHash })
})
