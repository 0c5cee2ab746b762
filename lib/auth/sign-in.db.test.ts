import { randomUUID } from 'node:crypto'
import { createGuardrails, generateSync } from 'otplib'
import { beforeAll, describe, expect, it } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { db } from '@/lib/db/client'
import { hashPassword } from './password'
import { endSession, findActor } from './session'
import { signIn } from './sign-in'
import { sealTotpSecret } from './totp-secret'

const secret = 'JBSWY3DPEHPK3PXP'
const password = 'a long enough password'
const start = new Date()
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
let hash = ''

beforeAll(async () => {
  hash = await hashPassword(password)
})

async function newAccount(active = true): Promise<string> {
  const id = randomUUID()
  const email = `${id}@example.test`
  await db().account.create({
    data: {
      id,
      email,
      name: 'Test',
      role: 'triager',
      active,
      passwordHash: hash,
      totpSecret: sealTotpSecret(id, secret),
    },
  })
  return email
}

function codeAt(at: Date): string {
  const guardrails = createGuardrails({ MIN_SECRET_BYTES: 10 })
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000), guardrails })
}

/** Tries at a time, noting how long it was made to wait. */
function attempt(at: Date, given: { email: string; password?: string; code?: string }, waits: number[] = []) {
  const wait = (ms: number) => Promise.resolve(waits.push(ms))
  return asOf(at, () => signIn({ password, code: codeAt(at), ...given }, wait))
}

describe('signing in', () => {
  it('takes the right three, the address in any case', async () => {
    const email = await newAccount()
    const token = await attempt(start, { email: ` ${email.toUpperCase()} ` })
    expect(token).not.toBeNull()
    expect(await asOf(start, () => findActor(token ?? ''))).toMatchObject({ role: 'triager', districts: [] })
  })

  it('answers every kind of wrong alike', async () => {
    const email = await newAccount()
    expect(await attempt(start, { email, password: `${password}x` })).toBeNull()
    expect(await attempt(start, { email, code: '000000' })).toBeNull()
    expect(await attempt(start, { email, code: '' })).toBeNull()
    expect(await attempt(start, { email: 'nobody@example.test' })).toBeNull()
    expect(await attempt(start, { email: await newAccount(false) })).toBeNull()
  })

  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('takes a code %i seconds away: %s', async (seconds, taken) => {
    const token = await attempt(start, { email: await newAccount(), code: codeAt(later(seconds)) })
    expect(token !== null).toBe(taken)
  })

  it('takes each code once, and no earlier one after it', async () => {
    const email = await newAccount()
    const code = codeAt(start)
    expect(await attempt(start, { email, code })).not.toBeNull()
    expect(await attempt(start, { email, code })).toBeNull()
    expect(await attempt(start, { email, code: codeAt(later(-30)) })).toBeNull()
    expect(await attempt(start, { email, code: codeAt(later(30)) })).not.toBeNull()
  })

  it('gives one session when the same code is sent many times at once', async () => {
    const email = await newAccount()
    const tokens = await Promise.all(Array.from({ length: 5 }, () => attempt(start, { email })))
    expect(tokens.filter((token) => token !== null)).toHaveLength(1)
  })

  it('slows guessing, account or not, and lets the right answer in at once after the wait', async () => {
    for (const email of [await newAccount(), `${randomUUID()}@example.test`]) {
      const waits: number[] = []
      for (let tries = 0; tries < 5; tries += 1) await attempt(start, { email, password: 'wrong' }, waits)
      expect(waits).toEqual([1_000, 2_000])
    }
    const email = await newAccount()
    for (let tries = 0; tries < 9; tries += 1) await attempt(start, { email, password: 'wrong' })
    const waits: number[] = []
    expect(await attempt(start, { email }, waits)).not.toBeNull()
    expect(waits).toEqual([8_000])
  })

  it('is in the audit, the refusals too', async () => {
    const email = await newAccount()
    await attempt(start, { email, password: 'wrong' })
    await attempt(start, { email })
    const { id } = await db().account.findUniqueOrThrow({ where: { email } })
    const rows = await db().auditEvent.findMany({ where: { actorId: id }, orderBy: { seq: 'asc' } })
    expect(rows.map(({ action }) => action)).toEqual(['sign-in-refused', 'signed-in'])
  })
})

describe('a session', () => {
  async function signedIn(): Promise<{ email: string; token: string }> {
    const email = await newAccount()
    const token = await attempt(start, { email })
    if (token === null) throw new Error('not signed in')
    return { email, token }
  }
  const isLive = (token: string, seconds: number) =>
    asOf(later(seconds), async () => (await findActor(token)) !== null)

  it('ends at once when it is ended', async () => {
    const { token } = await signedIn()
    expect(await isLive(token, 1)).toBe(true)
    await endSession(token)
    expect(await isLive(token, 2)).toBe(false)
  })

  it('ends after 15 minutes without use, and use keeps it', async () => {
    const { token } = await signedIn()
    expect(await isLive(token, 14 * 60)).toBe(true)
    expect(await isLive(token, 28 * 60)).toBe(true)
    expect(await isLive(token, 43 * 60 + 1)).toBe(false)
  })

  it('ends after 12 hours however much it is used', async () => {
    const { token } = await signedIn()
    for (let minutes = 10; minutes < 12 * 60; minutes += 10)
      expect(await isLive(token, minutes * 60)).toBe(true)
    expect(await isLive(token, 12 * 3600)).toBe(false)
  })

  it('ends when the account is closed', async () => {
    const { email, token } = await signedIn()
    await db().account.update({ where: { email }, data: { active: false } })
    expect(await isLive(token, 1)).toBe(false)
  })

  it.each(['', 'x', 'a.b.c.d.e', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA'])(
    'is not what %j opens',
    async (token) => {
      expect(await isLive(token, 0)).toBe(false)
      await endSession(token)
    },
  )

  it('tells nothing about the person in its token', async () => {
    const { email, token } = await signedIn()
    const parts = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect(parts.join()).not.toContain(email)
  })
})
