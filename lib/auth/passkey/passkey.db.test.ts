import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import { describe, expect, it, vi } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { addPasskey, namePasskey, removePasskey } from '../own-factors'
import { mostWrongCodes } from '@/lib/domain/password-way'
import { keepChallenge, takeChallenge } from '../challenge'
import { hashPassword } from '../password'
import { findSession } from '../session'
import type { Session } from '../session'
import { mostChallenges, sweepChallenges } from '../sweep-challenges'
import { sealTotpSecret } from '../totp-secret'
import {
  beginPasskeyConfirmation,
  beginPasskeySignIn,
  finishPasskeyConfirmation,
  finishPasskeySignIn,
} from './passkey-sign-in'
import { readMadePasskey, readUsedPasskey } from './read-answer'
import { beginPasskeyRegistration, finishPasskeyRegistration } from './registration'

/** What is counted for the log, in place of a line each. */
const counted = vi.hoisted((): string[] => [])
vi.mock('@/lib/adapters/counted-log', () => ({
  countedLog: (event: string) => (code: string) => counted.push(`${event} ${code}`),
}))

/** What the settings of the tests make of the desk's own address. */
const home = { origin: 'http://localhost:3000', rpId: 'localhost' }
const flag = { present: 1, verified: 4, made: 64 }

interface Device {
  readonly id: Buffer
  readonly key: KeyObject
  readonly cose: Uint8Array
}

/** What may be wrong with an answer. */
interface Twist {
  readonly origin?: string
  readonly rpId?: string
  readonly flags?: number
  readonly counter?: number
  readonly type?: string
  readonly challenge?: string
  readonly userHandle?: string
  readonly key?: KeyObject
  readonly id?: Buffer
}

function newDevice(): Device {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ])
  return { id: randomBytes(32), key: privateKey, cose: isoCBOR.encode(cose) }
}

const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')

function clientData(type: string, challenge: string, { origin = home.origin, ...twist }: Twist): Buffer {
  const said = {
    type: twist.type ?? type,
    challenge: twist.challenge ?? challenge,
    origin,
    crossOrigin: false,
  }
  return Buffer.from(JSON.stringify(said))
}

function authenticatorData(flags: number, counter: number, rpId: string, rest = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(flags, 0)
  head.writeUInt32BE(counter, 1)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), head, rest])
}

function made(device: Device, challenge: string, twist: Twist = {}) {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(device.id.length)
  const credential = Buffer.concat([Buffer.alloc(16), length, device.id, Buffer.from(device.cose)])
  const flags = twist.flags ?? flag.present | flag.verified | flag.made
  const authData = authenticatorData(flags, twist.counter ?? 0, twist.rpId ?? home.rpId, credential)
  const attestation = new Map<string, string | Uint8Array | Map<string, never>>([
    ['fmt', 'none'],
    ['attStmt', new Map<string, never>()],
    ['authData', new Uint8Array(authData)],
  ])
  const answer = readMadePasskey({
    id: base64url(device.id),
    rawId: base64url(device.id),
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64url(clientData('webauthn.create', challenge, twist)),
      attestationObject: base64url(isoCBOR.encode(attestation)),
      transports: ['internal'],
    },
  })
  if (answer === null) throw new Error('not read')
  return answer
}

function used(device: Device, accountId: string, challenge: string, twist: Twist = {}) {
  const said = clientData('webauthn.get', challenge, twist)
  const authData = authenticatorData(
    twist.flags ?? flag.present | flag.verified,
    twist.counter ?? 0,
    twist.rpId ?? home.rpId,
  )
  const signed = Buffer.concat([authData, createHash('sha256').update(said).digest()])
  const id = base64url(twist.id ?? device.id)
  const answer = readUsedPasskey({
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64url(said),
      authenticatorData: base64url(authData),
      signature: base64url(sign('sha256', signed, twist.key ?? device.key)),
      userHandle: twist.userHandle ?? base64url(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
    },
  })
  if (answer === null) throw new Error('not read')
  return answer
}

interface Person {
  readonly id: string
  readonly email: string
  readonly device: Device
}

/** Somebody whose one way in is a passkey, whose counter stands at `counter`. */
async function withPasskey(counter = 0): Promise<Person> {
  const id = randomUUID()
  const email = `${id}@example.test`
  await deskDb().account.create({ data: { id, email, name: 'Test', role: 'triager' } })
  const device = newDevice()
  await register({ id, email }, device, counter)
  return { id, email, device }
}

async function register(owner: { id: string; email: string }, device: Device, counter = 0) {
  const { options, cookie } = await beginPasskeyRegistration('register', { ...owner, name: 'Test' })
  const answer = made(device, options.challenge, { counter })
  const passkey = await finishPasskeyRegistration('register', cookie, answer, owner.id)
  if (passkey === null) throw new Error('not registered')
  await addPasskey(await sessionOf(owner.id), passkey, 'Phone')
}

async function sessionOf(accountId: string): Promise<Session> {
  const session = await findSession(await sessionFor(accountId, 'passkey'))
  if (session === null) throw new Error('no session')
  return session
}

async function signInWith({ id, device }: Person, twist: Twist = {}) {
  const { options, cookie } = await beginPasskeySignIn()
  return finishPasskeySignIn(cookie, used(device, id, options.challenge, twist))
}

/** As a flood leaves them: each a little later than what was asked for before it. */
const manyChallenges = (at: Date) =>
  Array.from({ length: mostChallenges }, (_, place) => ({
    idHash: new Uint8Array(randomBytes(32)),
    purpose: 'sign-in',
    expiresAt: new Date(at.getTime() + 310_000 + place),
  }))

const actionsOf = async (actorId: string) =>
  (await ownerDb().auditEvent.findMany({ where: { actorId }, orderBy: { seq: 'asc' } })).map(
    ({ action, detail }) => ({
      action,
      detail,
    }),
  )

describe('making a passkey', () => {
  it.each<[string, Twist]>([
    ['of another origin', { origin: 'https://alongside.example' }],
    ['of the same host at another port', { origin: 'http://localhost:3001' }],
    ['of another site', { rpId: 'example.test' }],
    ['without checking its owner', { flags: flag.present | flag.made }],
    ['without anybody present', { flags: flag.verified | flag.made }],
    ['for another challenge', { challenge: base64url(randomBytes(32)) }],
    ['as if it were used', { type: 'webauthn.get' }],
  ])('%s is refused', async (_what, twist) => {
    const owner = { id: randomUUID(), email: 'x@example.test', name: 'Test' }
    const { options, cookie } = await beginPasskeyRegistration('register', owner)
    expect(
      await finishPasskeyRegistration('register', cookie, made(newDevice(), options.challenge, twist)),
    ).toBeNull()
  })

  it('asks for one that names its owner by itself, checks them, and says nothing of its maker', async () => {
    const owner = { id: randomUUID(), email: 'x@example.test', name: 'Test' }
    const { options } = await beginPasskeyRegistration('register', owner)
    expect(options).toMatchObject({
      attestation: 'none',
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(options.user.id).toBe(base64url(Buffer.from(owner.id.replaceAll('-', ''), 'hex')))
  })

  it('is answered once, by its own browser, for its own purpose and account, within five minutes', async () => {
    const owner = { id: randomUUID(), email: 'x@example.test', name: 'Test' }
    const begin = async () => {
      const { options, cookie } = await beginPasskeyRegistration('register', owner)
      return { cookie, answer: made(newDevice(), options.challenge) }
    }
    const first = await begin()
    expect(await finishPasskeyRegistration('register', undefined, first.answer)).toBeNull()
    expect(await finishPasskeyRegistration('register', base64url(randomBytes(32)), first.answer)).toBeNull()
    expect(await finishPasskeyRegistration('register', first.cookie, first.answer, owner.id)).not.toBeNull()
    expect(await finishPasskeyRegistration('register', first.cookie, first.answer, owner.id)).toBeNull()
    const second = await begin()
    expect(await finishPasskeyRegistration('register', second.cookie, second.answer, randomUUID())).toBeNull()
    const third = await begin()
    expect(await finishPasskeyRegistration('accept-invitation', third.cookie, third.answer)).toBeNull()
    const late = await begin()
    const sixMinutes = new Date(Date.now() + 6 * 60_000)
    expect(
      await asOf(sixMinutes, () => finishPasskeyRegistration('register', late.cookie, late.answer)),
    ).toBeNull()
  })

  it('of somebody else is not taken over', async () => {
    const { device } = await withPasskey()
    const id = randomUUID()
    await deskDb().account.create({
      data: { id, email: `${id}@example.test`, name: 'Test', role: 'triager' },
    })
    await expect(register({ id, email: `${id}@example.test` }, device)).rejects.toThrow('conflict')
  })
})

describe('signing in with a passkey', () => {
  it('is enough, and is in the audit', async () => {
    const person = await withPasskey()
    const signedIn = await signInWith(person)
    expect(signedIn?.email).toBe(person.email)
    const session = await findSession(signedIn?.token ?? '')
    expect(session).toMatchObject({ method: 'passkey', actor: { id: person.id } })
    const row = await deskDb().passkey.findFirstOrThrow({ where: { accountId: person.id } })
    expect(row.lastUsedAt).not.toBeNull()
  })

  it('goes on when the password way is closed, and says that it is', async () => {
    const person = await withPasskey()
    expect(await signInWith(person)).toMatchObject({ isPasswordClosed: false })
    const data = { wrongCodes: mostWrongCodes }
    await deskDb().account.update({ where: { id: person.id }, data })
    expect(await signInWith(person)).toMatchObject({ isPasswordClosed: true })
  })

  it('asked for without end keeps no more than so many challenges, the newest of them', async () => {
    const at = new Date()
    const asked = (minute: number) =>
      asOf(new Date(at.getTime() + minute * 1_000), () =>
        keepChallenge('sign-in', { challenge: String(minute), accountId: null }),
      )
    const cookies = [await asked(1), await asked(2), await asked(3)]
    const confirming = await keepChallenge('confirm', { challenge: 'x', accountId: randomUUID() })
    await sweepChallenges('sign-in', at, 3)
    expect(await takeChallenge('sign-in', cookies[0])).toBeNull()
    expect(await takeChallenge('sign-in', cookies[1])).toMatchObject({ challenge: '2' })
    expect(await takeChallenge('sign-in', cookies[2])).toMatchObject({ challenge: '3' })
    expect(await takeChallenge('confirm', confirming)).not.toBeNull()
    expect(await deskDb().signInChallenge.count({ where: { purpose: 'sign-in' } })).toBe(0)
    const { cookie } = await beginPasskeySignIn()
    await deskDb().signInChallenge.createMany({ data: manyChallenges(at) })
    await beginPasskeySignIn()
    expect(await deskDb().signInChallenge.count({ where: { purpose: 'sign-in' } })).toBe(mostChallenges)
    expect(await takeChallenge('sign-in', cookie)).toBeNull()
  })

  it.each<[string, Twist]>([
    ['of another origin', { origin: 'https://alongside.example' }],
    ['of a host below ours', { origin: 'http://evil.localhost:3000' }],
    ['of another site', { rpId: 'example.test' }],
    ['without checking its owner', { flags: flag.present }],
    ['without anybody present', { flags: flag.verified }],
    ['for another challenge', { challenge: base64url(randomBytes(32)) }],
    ['as if it were being made', { type: 'webauthn.create' }],
    ['that names another account', { userHandle: base64url(randomBytes(16)) }],
    ['signed with another key', { key: newDevice().key }],
    ['that nobody has', { id: randomBytes(32) }],
  ])('%s is refused', async (_what, twist) => {
    expect(await signInWith(await withPasskey(), twist)).toBeNull()
  })

  it('that nobody has is counted for the log, and leaves nothing that is kept for good', async () => {
    counted.length = 0
    const before = await ownerDb().auditEvent.count({ where: { action: 'sign-in-refused' } })
    const person = await withPasskey()
    for (let tries = 0; tries < 3; tries += 1) await signInWith(person, { id: randomBytes(32) })
    expect(counted).toEqual(Array.from({ length: 3 }, () => 'passkey-of-nobody refused'))
    expect(await ownerDb().auditEvent.count({ where: { action: 'sign-in-refused' } })).toBe(before)
  })

  it('of one account with the name of another is refused', async () => {
    const [one, other] = await Promise.all([withPasskey(), withPasskey()])
    expect(await signInWith({ ...one, id: other.id })).toBeNull()
    expect(await signInWith(one, { id: other.device.id })).toBeNull()
  })

  it('answers a challenge once, also when the first answer was wrong', async () => {
    const { id, device } = await withPasskey()
    const { options, cookie } = await beginPasskeySignIn()
    const right = used(device, id, options.challenge)
    expect(await finishPasskeySignIn(cookie, right)).not.toBeNull()
    expect(await finishPasskeySignIn(cookie, right)).toBeNull()
    const again = await beginPasskeySignIn()
    const wrong = used(device, id, again.options.challenge, { flags: flag.present })
    expect(await finishPasskeySignIn(again.cookie, wrong)).toBeNull()
    expect(await finishPasskeySignIn(again.cookie, used(device, id, again.options.challenge))).toBeNull()
  })

  it('gives one session when the same answer is sent many times at once', async () => {
    const { id, device } = await withPasskey()
    const { options, cookie } = await beginPasskeySignIn()
    const answer = used(device, id, options.challenge)
    const all = await Promise.all(Array.from({ length: 8 }, () => finishPasskeySignIn(cookie, answer)))
    expect(all.filter((one) => one !== null)).toHaveLength(1)
  })

  it('does not take an answer meant to confirm, nor one of another browser', async () => {
    const { id, device } = await withPasskey()
    const confirm = await beginPasskeyConfirmation(id)
    expect(await finishPasskeySignIn(confirm.cookie, used(device, id, confirm.options.challenge))).toBeNull()
    const [mine, theirs] = [await beginPasskeySignIn(), await beginPasskeySignIn()]
    expect(await finishPasskeySignIn(theirs.cookie, used(device, id, mine.options.challenge))).toBeNull()
    expect(await finishPasskeySignIn(undefined, used(device, id, mine.options.challenge))).toBeNull()
  })

  it('refuses a counter that stood still or went back: there is a copy', async () => {
    const person = await withPasskey(5)
    expect(await signInWith(person, { counter: 5 })).toBeNull()
    expect(await signInWith(person, { counter: 4 })).toBeNull()
    expect(await signInWith(person, { counter: 0 })).toBeNull()
    expect(await signInWith(person, { counter: 7 })).not.toBeNull()
    expect(await signInWith(person, { counter: 6 })).toBeNull()
    const refused = (await actionsOf(person.id)).filter(({ action }) => action === 'sign-in-refused')
    expect(refused).toHaveLength(4)
    expect(refused.every(({ detail }) => (detail as { why?: unknown }).why === 'copied')).toBe(true)
  })

  it('is refused when the account is closed', async () => {
    const person = await withPasskey()
    await deskDb().account.update({ where: { id: person.id }, data: { active: false } })
    expect(await signInWith(person)).toBeNull()
  })

  it.each([null, {}, { id: 1 }, { id: '', rawId: '', type: 'public-key' }, [], 'x'])(
    'cannot read %j',
    (sent) => {
      expect(readUsedPasskey(sent)).toBeNull()
      expect(readMadePasskey(sent)).toBeNull()
    },
  )
})

describe('confirming with a passkey', () => {
  async function confirm(accountId: string, { id, device }: Person): Promise<boolean> {
    const { options, cookie } = await beginPasskeyConfirmation(accountId)
    return finishPasskeyConfirmation(accountId, cookie, used(device, id, options.challenge))
  }

  it('takes one of the same account and nobody else’s', async () => {
    const [one, other] = await Promise.all([withPasskey(), withPasskey()])
    expect(await confirm(one.id, one)).toBe(true)
    expect(await confirm(one.id, other)).toBe(false)
    expect(await confirm(one.id, { ...other, id: one.id })).toBe(false)
    expect((await actionsOf(one.id)).some(({ action }) => action === 'confirmation-refused')).toBe(false)
    expect((await actionsOf(other.id)).some(({ action }) => action === 'confirmation-refused')).toBe(true)
  })

  it('does not take what another signed-in person was asked', async () => {
    const [one, other] = await Promise.all([withPasskey(), withPasskey()])
    const { options, cookie } = await beginPasskeyConfirmation(other.id)
    expect(
      await finishPasskeyConfirmation(one.id, cookie, used(other.device, other.id, options.challenge)),
    ).toBe(false)
  })
})

describe('looking after passkeys', () => {
  const idOf = ({ device }: Person) => base64url(device.id)

  it('never takes the last way in, alone or two at once', async () => {
    const person = await withPasskey()
    const session = await sessionOf(person.id)
    await expect(removePasskey(session, idOf(person))).rejects.toThrow('conflict')
    const second = newDevice()
    await register(person, second)
    const fresh = await sessionOf(person.id)
    const both = await Promise.allSettled([
      removePasskey(fresh, idOf(person)),
      removePasskey(fresh, base64url(second.id)),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await deskDb().passkey.count({ where: { accountId: person.id } })).toBe(1)
  })

  it('removes the last one when a password and an authenticator are left, and a removed one opens nothing', async () => {
    const person = await withPasskey()
    const passwordHash = await hashPassword('a long enough password')
    const session = await sessionOf(person.id)
    await deskDb().account.update({ where: { id: person.id }, data: { passwordHash } })
    await expect(removePasskey(session, idOf(person))).rejects.toThrow('conflict')
    const totpSecret = sealTotpSecret(person.id, 'JBSWY3DPEHPK3PXP')
    await deskDb().account.update({ where: { id: person.id }, data: { totpSecret } })
    await removePasskey(session, idOf(person))
    expect(await signInWith(person)).toBeNull()
  })

  it('is for one’s own alone', async () => {
    const [one, other] = await Promise.all([withPasskey(), withPasskey()])
    const session = await sessionOf(one.id)
    await expect(removePasskey(session, idOf(other))).rejects.toThrow('not-found')
    await expect(namePasskey(session, idOf(other), 'Mine')).rejects.toThrow('not-found')
    await namePasskey(session, idOf(one), 'Key ring')
    expect(await deskDb().passkey.findUniqueOrThrow({ where: { id: idOf(one) } })).toMatchObject({
      name: 'Key ring',
    })
  })

  it('ends every other session, with a row in the audit', async () => {
    const person = await withPasskey()
    const elsewhere = await sessionFor(person.id, 'passkey')
    const token = await sessionFor(person.id, 'passkey')
    const here = await findSession(token)
    if (here === null) throw new Error('no session')
    const { options, cookie } = await beginPasskeyRegistration('register', { ...person, name: 'Test' })
    const passkey = await finishPasskeyRegistration('register', cookie, made(newDevice(), options.challenge))
    if (passkey === null) throw new Error('not made')
    await addPasskey(here, passkey, 'Tablet')
    expect(await findSession(elsewhere)).toBeNull()
    expect(await findSession(token)).not.toBeNull()
    expect((await actionsOf(person.id)).map(({ action }) => action)).toContain('passkey-added')
  })
})
