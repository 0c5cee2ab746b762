import { randomBytes, randomUUID } from 'node:crypto'
import { createGuardrails, generateSync } from 'otplib'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { mostWrongCodes } from '@/lib/domain/password-way'
import { checkCredentials } from './check-credentials'
import { withMark } from './known-browser'
import { hashPassword } from './password'
import { proveStrongly } from './prove'
import { makeRecoveryCodes, shownRecoveryCodes } from './recovery-codes'
import { reserveTry } from './reserve-try'
import { findActor } from './session'
import { signIn } from './sign-in'
import type { Browser, SignInAnswer } from './sign-in'
import { sealTotpSecret } from './totp-secret'

/** What is counted for the log, in place of a line each. */
const counted = vi.hoisted((): string[] => [])
vi.mock('@/lib/adapters/counted-log', () => ({
  countedLog: (event: string) => (code: string) => counted.push(`${event} ${code}`),
}))

const secret = 'JBSWY3DPEHPK3PXP'
const password = 'a long enough password'
const start = new Date()
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
let hash = ''

beforeAll(async () => {
  hash = await hashPassword(password)
})

interface TestAccount {
  readonly id: string
  readonly email: string
}

async function newAccount(active = true): Promise<TestAccount> {
  const id = randomUUID()
  const email = `${id}@example.test`
  await deskDb().account.create({
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
  return { id, email }
}

function codeAt(at: Date): string {
  const guardrails = createGuardrails({ MIN_SECRET_BYTES: 10 })
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000), guardrails })
}

interface Given {
  readonly email: string
  readonly password?: string
  readonly code?: string
}

/** Tries at a time, noting how long it was made to wait. Nobody waits for real. */
function attempt(at: Date, given: Given, waits: number[] = [], browser: Browser = {}): Promise<SignInAnswer> {
  const wait = (ms: number) => Promise.resolve(waits.push(ms))
  return asOf(at, () => signIn({ password, code: codeAt(at), ...given }, browser, wait))
}

const isIn = async (answer: Promise<SignInAnswer>) => (await answer).ok
const wrong = { ok: false, why: 'wrong' }

async function auditOf(actorId: string) {
  const rows = await ownerDb().auditEvent.findMany({ where: { actorId }, orderBy: { seq: 'asc' } })
  return rows.map(({ action, detail }) => ({ action, detail }))
}

describe('signing in', () => {
  it('takes the right three, the address in any case', async () => {
    const { email } = await newAccount()
    const answer = await attempt(start, { email: ` ${email.toUpperCase()} ` })
    expect(answer).toMatchObject({ ok: true, email, method: 'password' })
    const token = answer.ok ? answer.token : ''
    expect(await asOf(start, () => findActor(token))).toMatchObject({ role: 'triager', districts: [] })
  })

  it('answers every kind of wrong alike', async () => {
    const { email } = await newAccount()
    expect(await attempt(start, { email, password: `${password}x` })).toEqual(wrong)
    expect(await attempt(start, { email, code: '000000' })).toEqual(wrong)
    expect(await attempt(start, { email, code: '' })).toEqual(wrong)
    expect(await attempt(start, { email: 'nobody@example.test' })).toEqual(wrong)
    expect(await attempt(start, { email: (await newAccount(false)).email })).toEqual(wrong)
  })

  it.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('takes a code %i seconds away: %s', async (seconds, taken) => {
    const { email } = await newAccount()
    expect(await isIn(attempt(start, { email, code: codeAt(later(seconds)) }))).toBe(taken)
  })

  it('takes each code once, and no earlier one after it', async () => {
    const { email } = await newAccount()
    const code = codeAt(start)
    expect(await isIn(attempt(start, { email, code }))).toBe(true)
    expect(await isIn(attempt(start, { email, code }))).toBe(false)
    expect(await isIn(attempt(start, { email, code: codeAt(later(-30)) }))).toBe(false)
    expect(await isIn(attempt(start, { email, code: codeAt(later(30)) }))).toBe(true)
  })

  it('gives one session when the same code is sent many times at once', async () => {
    const { email } = await newAccount()
    const answers = await Promise.all(Array.from({ length: 5 }, () => attempt(start, { email })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('does not take the password of an account that has none', async () => {
    const { id, email } = await newAccount()
    await deskDb().account.update({ where: { id }, data: { passwordHash: null } })
    expect(await attempt(start, { email })).toEqual(wrong)
    expect(await attempt(start, { email, password: '' })).toEqual(wrong)
  })

  it('is in the audit, the refusals too, and of an address nobody has not even that', async () => {
    const { id, email } = await newAccount()
    await attempt(start, { email, password: 'wrong' })
    await attempt(start, { email })
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['sign-in-refused', 'signed-in'])
    const stranger = `${randomUUID()}@example.test`
    const before = await ownerDb().auditEvent.count({ where: { actorId: null, action: 'sign-in-refused' } })
    await attempt(start, { email: stranger })
    const rows = await ownerDb().auditEvent.findMany({ where: { actorId: null, action: 'sign-in-refused' } })
    expect(rows).toHaveLength(before + 1)
    expect(
      JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain(stranger)
  })
})

describe('guessing', () => {
  it('that is not looked at leaves nothing that is kept for good', async () => {
    const { id, email } = await newAccount()
    counted.length = 0
    const many = Array.from({ length: 12 }, () => attempt(start, { email, password: 'wrong' }))
    const answers = await Promise.all(many)
    const busy = answers.filter((answer) => !answer.ok && answer.why === 'busy').length
    expect(busy).toBeGreaterThan(0)
    expect(counted).toEqual(Array.from({ length: busy }, () => 'sign-in-busy line-full'))
    expect(await auditOf(id)).toHaveLength(many.length - busy)
  })

  it('at one address after the other leaves no lines behind, though nobody gets in', async () => {
    const old = Array.from({ length: 15 }, () => ({
      bucket: new Uint8Array(randomBytes(32)),
      tries: 1,
      freeAt: later(-90_000),
      seenAt: later(-90_000),
    }))
    await ownerDb().signInThrottle.createMany({ data: old })
    for (let guess = 0; guess < 2; guess += 1)
      await attempt(start, { email: `${randomUUID()}@example.test`, password: 'wrong' })
    const where = { bucket: { in: old.map(({ bucket }) => bucket) } }
    expect(await ownerDb().signInThrottle.count({ where })).toBe(0)
  })

  it('is slowed, account or not, and the right answer gets in after the wait', async () => {
    for (const email of [(await newAccount()).email, `${randomUUID()}@example.test`]) {
      const waits: number[] = []
      for (let tries = 0; tries < 6; tries += 1)
        await attempt(later(tries), { email, password: 'wrong' }, waits)
      expect(waits).toEqual([1_000, 4_000])
    }
    const { email } = await newAccount()
    for (let tries = 0; tries < 7; tries += 1) await attempt(later(tries * 8), { email, password: 'wrong' })
    const waits: number[] = []
    expect(await isIn(attempt(later(50), { email }, waits))).toBe(true)
    expect(waits).toHaveLength(1)
    expect(waits[0]).toBeLessThanOrEqual(8_000)
    const after: number[] = []
    await attempt(later(120), { email, password: 'wrong' }, after)
    expect(after).toEqual([])
  })

  it('all at once is one after the other: no two tries share a place, and few are looked at', async () => {
    const { email } = await newAccount()
    const waits: number[] = []
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => attempt(start, { email, password: 'wrong' }, waits)),
    )
    const looked = answers.filter((answer) => !answer.ok && answer.why === 'wrong')
    expect(looked.length).toBeLessThanOrEqual(8)
    expect([...waits].sort((one, other) => one - other)).toEqual([1_000, 3_000, 7_000, 15_000, 23_000])
    expect(Math.max(...waits)).toBeLessThanOrEqual(24_000)
    expect(await isIn(attempt(later(32), { email }))).toBe(true)
  })

  it('is forgotten after a quarter of an hour', async () => {
    const { email } = await newAccount()
    for (let tries = 0; tries < 6; tries += 1) await attempt(start, { email, password: 'wrong' })
    const waits: number[] = []
    await attempt(later(20 * 60), { email, password: 'wrong' }, waits)
    await attempt(later(20 * 60), { email, password: 'wrong' }, waits)
    expect(waits).toEqual([])
  })

  it('by strangers slows neither the same person at their own browser nor anybody else', async () => {
    const victim = await newAccount()
    const known = withMark(victim.email, undefined)
    const colleagues = await Promise.all(Array.from({ length: 5 }, () => newAccount()))
    const attack = [
      ...Array.from({ length: 100 }, () => attempt(start, { email: victim.email, password: 'wrong' })),
      ...Array.from({ length: 30 }, () => attempt(start, { email: `${randomUUID()}@example.test` })),
    ]
    const waits: number[] = []
    const answers = await Promise.all([
      attempt(start, { email: victim.email }, waits, { known }),
      ...colleagues.map(({ email }) =>
        attempt(start, { email }, waits, { known: withMark(email, undefined) }),
      ),
    ])
    expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => true))
    expect(waits).toEqual([])
    expect((await Promise.all(attack)).every(({ ok }) => !ok)).toBe(true)
  })

  it('at a known browser is slowed there, for that account', async () => {
    const [one, other] = await Promise.all([newAccount(), newAccount()])
    const known = withMark(other.email, withMark(one.email, undefined))
    const waits: number[] = []
    for (let tries = 0; tries < 5; tries += 1)
      await attempt(start, { email: one.email, password: 'wrong' }, waits, { known })
    expect(waits.length).toBeGreaterThan(0)
    const others: number[] = []
    expect(await isIn(attempt(start, { email: other.email }, others, { known }))).toBe(true)
    expect(await isIn(attempt(start, { email: one.email }, others))).toBe(true)
    expect(others).toEqual([])
  })

  it("is not made quicker by another account's mark, a forged one or a changed one", async () => {
    const { email } = await newAccount()
    const own = withMark(email, undefined)
    const marks = [
      withMark('somebody.else@example.test', undefined),
      'A'.repeat(43),
      `${own.slice(0, 5)}${own.startsWith('A', 5) ? 'B' : 'A'}${own.slice(6)}`,
    ]
    for (let tries = 0; tries < 4; tries += 1) await attempt(start, { email, password: 'wrong' })
    for (const known of marks) {
      const waits: number[] = []
      await attempt(start, { email, password: 'wrong' }, waits, { known })
      expect(waits.length).toBe(1)
    }
  })

  it('leaves no address and no network address in the table', async () => {
    const { email } = await newAccount()
    await attempt(start, { email, password: 'wrong' })
    const rows = await deskDb().signInThrottle.findMany()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => !Buffer.from(row.bucket).toString('latin1').includes(email.slice(0, 8)))).toBe(
      true,
    )
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['bucket', 'freeAt', 'seenAt', 'tries'])
  })
})

describe('a wrong code with the right password', () => {
  const countOf = async (id: string) =>
    (await deskDb().account.findUniqueOrThrow({ where: { id } })).wrongCodes
  const closedRows = async (id: string) =>
    (await auditOf(id)).filter(({ action }) => action === 'password-way-closed').length
  const almost = (id: string) =>
    deskDb().account.update({ where: { id }, data: { wrongCodes: mostWrongCodes - 1 } })
  /** A wrong code, so many hours later. */
  const guess = async (email: string, hours = 0) => {
    expect(await attempt(later(hours * 3_600), { email, code: '' })).toEqual(wrong)
  }

  it('closes the way at the thirtieth, for whoever has the right one too, and is answered as ever', async () => {
    const { id, email } = await newAccount()
    for (const tries of [1, 2, 3]) {
      await guess(email, tries)
      expect([await countOf(id), await closedRows(id)]).toEqual([tries, 0])
    }
    expect(mostWrongCodes).toBe(30)
    await almost(id)
    await guess(email, 4)
    expect(await closedRows(id)).toBe(1)
    expect(await attempt(later(18_000), { email })).toEqual(wrong)
    await guess(email, 6)
    expect(await closedRows(id)).toBe(1)
    const seed = await deskDb().$transaction((tx) => makeRecoveryCodes(tx, id))
    const [code = ''] = (await shownRecoveryCodes(id, seed)) ?? []
    expect(await attempt(later(25_200), { email, code })).toEqual(wrong)
    expect(await shownRecoveryCodes(id, seed)).toHaveLength(10)
    const proof = { password, code: codeAt(later(28_800)) }
    expect(await asOf(later(28_800), () => proveStrongly(id, proof, () => Promise.resolve()))).toBe('wrong')
    expect(await deskDb().staffSession.count({ where: { accountId: id } })).toBe(0)
  })

  it('counts where somebody proves it again as well', async () => {
    const { id } = await newAccount()
    await asOf(start, () => proveStrongly(id, { password, code: '' }, () => Promise.resolve()))
    expect(await countOf(id)).toBe(1)
  })

  it('is forgotten with a success, by a code of either kind', async () => {
    const { id, email } = await newAccount()
    await almost(id)
    expect(await isIn(attempt(later(3_600), { email }))).toBe(true)
    expect(await countOf(id)).toBe(0)
    await almost(id)
    const seed = await deskDb().$transaction((tx) => makeRecoveryCodes(tx, id))
    const [code = ''] = (await shownRecoveryCodes(id, seed)) ?? []
    expect(await isIn(attempt(later(9_100), { email, code }))).toBe(true)
    expect(await countOf(id)).toBe(0)
  })

  it('is not what a stranger without the password can send, with whatever code', async () => {
    const { id, email } = await newAccount()
    await almost(id)
    for (const code of ['', '000000', codeAt(start)]) await attempt(start, { email, password: 'wrong', code })
    expect(await countOf(id)).toBe(mostWrongCodes - 1)
    expect(await isIn(attempt(later(3_600), { email }))).toBe(true)
  })

  it('of an account that is closed, or whose ways in changed meanwhile, is not counted', async () => {
    const closed = await newAccount(false)
    await attempt(start, { email: closed.email, code: '' })
    expect(await countOf(closed.id)).toBe(0)
    const { id } = await newAccount()
    const loaded = await deskDb().account.findUniqueOrThrow({ where: { id } })
    await deskDb().account.update({ where: { id }, data: { version: { increment: 1 } } })
    await checkCredentials(loaded, { password, code: '' }, 'stranger')
    expect(await countOf(id)).toBe(0)
  })
})

/** As every change of an account does. */
const changed = { version: { increment: 1 } } as const

describe('what is changed while somebody waits or is checked', () => {
  const changes = [
    ['closed', { active: false }],
    ['reset', { passwordHash: null, totpSecret: null }],
    ['without its password', { passwordHash: null }],
    ['without its authenticator', { totpSecret: null }],
  ] as const

  it.each(changes)('an account that is %s during the wait lets nobody in', async (_what, data) => {
    const { id, email } = await newAccount()
    for (let tries = 0; tries < 3; tries += 1) await attempt(start, { email, password: 'wrong' })
    let waited = 0
    const change = async () => {
      waited += 1
      await deskDb().account.update({ where: { id }, data })
    }
    const given = { email, password, code: codeAt(start) }
    expect(await asOf(start, () => signIn(given, {}, change))).toEqual(wrong)
    expect(waited).toBe(1)
    expect(await deskDb().staffSession.count({ where: { accountId: id } })).toBe(0)
  })

  it('nobody proves with the password they had when the wait began', async () => {
    const { id } = await newAccount()
    const given = { password, code: codeAt(start) }
    for (let tries = 0; tries < 3; tries += 1)
      await asOf(start, () => proveStrongly(id, { ...given, password: 'wrong' }))
    const passwordHash = await hashPassword('quite another sentence')
    const change = () => deskDb().account.update({ where: { id }, data: { passwordHash } })
    expect(await asOf(start, () => proveStrongly(id, given, change))).toBe('wrong')
    expect(await asOf(start, () => proveStrongly(id, given, () => Promise.resolve()))).toBe('wrong')
  })

  it.each(changes)(
    'an account that is %s while its password is checked gives nothing',
    async (_what, data) => {
      const { id } = await newAccount()
      const loaded = await deskDb().account.findUniqueOrThrow({ where: { id } })
      await deskDb().account.update({ where: { id }, data: { ...data, ...changed } })
      const given = { password, code: codeAt(start) }
      expect(await asOf(start, () => checkCredentials(loaded, given, 'stranger'))).toBeNull()
    },
  )

  it('a recovery code does not go with a password that was changed meanwhile', async () => {
    const { id } = await newAccount()
    const seed = await deskDb().$transaction((tx) => makeRecoveryCodes(tx, id))
    const [code = ''] = (await shownRecoveryCodes(id, seed)) ?? []
    const loaded = await deskDb().account.findUniqueOrThrow({ where: { id } })
    const passwordHash = await hashPassword('quite another sentence')
    await deskDb().account.update({ where: { id }, data: { passwordHash, ...changed } })
    expect(await checkCredentials(loaded, { password, code }, 'stranger')).toBeNull()
    const account = await deskDb().account.update({ where: { id }, data: { passwordHash: hash } })
    expect(await checkCredentials(account, { password, code }, 'stranger')).toBe('recovery-code')
  })
})

describe('a recovery code', () => {
  async function withCodes() {
    const account = await newAccount()
    const seed = await deskDb().$transaction((tx) => makeRecoveryCodes(tx, account.id))
    const codes = (await shownRecoveryCodes(account.id, seed)) ?? []
    return { ...account, seed, codes }
  }

  it('stands in for the authenticator, once, however it is written', async () => {
    const { email, codes } = await withCodes()
    expect(new Set(codes).size).toBe(10)
    const [first = '', second = ''] = codes
    const typed = ` ${first.toLowerCase().replace(/(.{4})/gu, '$1-')} `
    expect(await attempt(start, { email, code: typed })).toMatchObject({ ok: true, method: 'recovery-code' })
    expect(await attempt(start, { email, code: first })).toEqual(wrong)
    expect(await isIn(attempt(start, { email, code: second }))).toBe(true)
  })

  it('works once when it is sent many times at once', async () => {
    const { email, codes } = await withCodes()
    const code = codes[4] ?? ''
    const answers = await Promise.all(Array.from({ length: 5 }, () => attempt(start, { email, code })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('needs the password, stays unused without it, and is nobody else’s', async () => {
    const { email, codes } = await withCodes()
    const other = await newAccount()
    const code = codes[0] ?? ''
    expect(await attempt(start, { email, code, password: 'wrong' })).toEqual(wrong)
    expect(await attempt(start, { email: other.email, code })).toEqual(wrong)
    expect(await isIn(attempt(start, { email, code }))).toBe(true)
  })

  it('is void when there is a new set, and a set that was used is not shown again', async () => {
    const { id, email, codes, seed } = await withCodes()
    expect(await shownRecoveryCodes((await newAccount()).id, seed)).toBeNull()
    await attempt(start, { email, code: codes[0] ?? '' })
    expect(await shownRecoveryCodes(id, seed)).toBeNull()
    await deskDb().$transaction((tx) => makeRecoveryCodes(tx, id))
    expect(await attempt(start, { email, code: codes[1] ?? '' })).toEqual(wrong)
    expect(await deskDb().recoveryCode.count({ where: { accountId: id } })).toBe(10)
  })

  it('is in the table as a keyed hash only', async () => {
    const { id, codes } = await withCodes()
    const rows = await deskDb().recoveryCode.findMany({ where: { accountId: id } })
    const stored = rows.map(({ hash: bytes }) => Buffer.from(bytes).toString('latin1')).join()
    expect(codes.some((code) => stored.includes(code))).toBe(false)
  })
})

describe('proving it again', () => {
  const prove = (accountId: string, given: { password?: string; code?: string }, waits: number[] = []) =>
    asOf(start, () =>
      proveStrongly(accountId, { password, code: codeAt(start), ...given }, (ms) =>
        Promise.resolve(waits.push(ms)),
      ),
    )

  it('takes password and code, the code once, and nothing else', async () => {
    const { id } = await newAccount()
    expect(await prove(id, { code: '' })).toBe('wrong')
    expect(await prove(id, { password: '' })).toBe('wrong')
    expect(await prove(id, {})).toBe('proved')
    expect(await prove(id, {})).toBe('wrong')
    const refused = (await auditOf(id)).filter(({ action }) => action === 'confirmation-refused')
    expect(refused).toHaveLength(3)
  })

  it('is slowed by its own wrong tries and not by strangers at the sign-in page', async () => {
    const { id, email } = await newAccount()
    await Promise.all(Array.from({ length: 20 }, () => attempt(start, { email, password: 'wrong' })))
    const waits: number[] = []
    for (let tries = 0; tries < 3; tries += 1) await prove(id, { password: 'wrong' }, waits)
    expect(waits).toEqual([])
    expect(await prove(id, {}, waits)).toBe('proved')
    expect(waits).toEqual([1_000])
  })

  it('says that too many wait, and blames nobody', async () => {
    const { id } = await newAccount()
    for (let tries = 0; tries < 20; tries += 1) await reserve(id)
    expect(await prove(id, {})).toBe('busy')
    expect((await auditOf(id)).filter(({ action }) => action === 'confirmation-refused')).toEqual([])
  })

  const reserve = async (id: string) => {
    const { email } = await deskDb().account.findUniqueOrThrow({ where: { id } })
    return asOf(start, () => reserveTry(email, `confirm ${id}`))
  }
})
