import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { asOf, now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import {
  signed,
  startHostileProvider,
  strangeKey,
  unsigned,
} from '@/scripts/testing/provider/hostile-provider'
import type { HostileProvider, Mischief } from '@/scripts/testing/provider/hostile-provider'
import { findSession } from '../session'
import { beginForceSignIn } from './begin'
import { finishForceSignIn } from './finish'
import type { Finished } from './finish'
import type { ForcePurpose } from './flow'

const clientSecret = 'the secret of a client in a test'
let provider: HostileProvider
let said: string[] = []

beforeAll(async () => {
  provider = await startHostileProvider()
  const settings = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'alongside',
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_REQUIRED_ACR: 'mfa phr',
  }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
})
afterAll(() => provider.stop())

beforeEach(() => {
  provider.mischief = {}
  provider.asked.length = 0
  said = []
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  }
  for (const level of ['log', 'warn', 'error', 'debug', 'info'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => void said.push(JSON.stringify(words)))
  }
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function newAccount(active = true): Promise<{ id: string; subject: string }> {
  const id = randomUUID()
  const subject = `subject-${id}`
  await deskDb().account.create({
    data: { id, email: `${id}@example.test`, name: 'Somebody', role: 'triager', active },
  })
  await deskDb().forceIdentity.create({
    data: { issuer: provider.issuer, subject, accountId: id, createdAt: now() },
  })
  return { id, subject }
}

interface Browser {
  readonly cookies: Record<string, string>
  flow: string | undefined
  location: string
}

/** Goes to the provider as a browser with these cookies does. */
async function begin(purpose: ForcePurpose = 'sign-in', accountId: string | null = null): Promise<Browser> {
  const begun = await beginForceSignIn({ purpose, back: null, accountId, session: null })
  if (!begun.ok) throw new Error(begun.problem)
  const pairs = begun.cookies.map((line) => line.split(';', 1)[0] ?? '')
  const cookies = Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  )
  return { cookies, flow: begun.flow, location: begun.location }
}

function comeBack(browser: Browser, query: URLSearchParams): Promise<Finished> {
  const { cookies, flow } = browser
  return finishForceSignIn({
    query,
    cookies,
    flow,
    session: null,
    sessionToken: undefined,
    invitation: undefined,
  })
}

async function signIn(subject: string, mischief: Mischief = {}): Promise<Finished> {
  const browser = await begin()
  const query = provider.visit(browser.location, subject)
  provider.mischief = mischief
  return comeBack(browser, query)
}

async function expectRefused(finished: Finished, problem: string, accountId: string): Promise<void> {
  expect(finished).toMatchObject({ done: 'nothing', problem })
  expect(await deskDb().staffSession.count({ where: { accountId } })).toBe(0)
  const words = said.join('\n')
  for (const secret of [accountId, 'subject-', clientSecret, 'eyJ']) expect(words).not.toContain(secret)
}

const change = (changed: Record<string, unknown>): Mischief => ({
  claims: (claims) => ({ ...claims, ...changed }),
})
const without = (name: string): Mischief => ({
  claims: (claims) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name)),
})
const omit = (cookies: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(cookies).filter(([key]) => key !== name))
const seconds = () => Math.floor(Date.now() / 1000)

describe('an honest provider', () => {
  it('signs in whoever is linked, with a session of ours that was not there before', async () => {
    const { id, subject } = await newAccount()
    const finished = await signIn(subject)
    if (finished.done !== 'signed-in') throw new Error(JSON.stringify(finished))
    expect(await findSession(finished.token)).toMatchObject({
      actor: { id, role: 'triager' },
      method: 'force',
    })
    expect(provider.asked).not.toContain('/person')
  })

  it('asks for the strength it wants and binds the answer to this browser', async () => {
    const { searchParams } = new URL((await begin()).location)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      acr_values: 'mfa phr',
      scope: 'openid',
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost:3000/api/auth/callback/force',
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(searchParams.get(name)?.length).toBeGreaterThanOrEqual(43)
  })

  it('counts as proof only from when it saw the person prove it', async () => {
    const { subject } = await newAccount()
    const morning = seconds() - 3 * 3600
    const finished = await signIn(subject, change({ auth_time: morning }))
    if (finished.done !== 'signed-in') throw new Error(JSON.stringify(finished))
    const session = await findSession(finished.token)
    expect(session?.strongAt).toEqual(new Date(morning * 1000))
    const silent = await signIn(subject, without('auth_time'))
    if (silent.done !== 'signed-in') throw new Error(JSON.stringify(silent))
    expect((await findSession(silent.token))?.strongAt).toEqual(new Date(0))
  })

  it('whose clock is a little ahead counts as proof from now', async () => {
    const { subject } = await newAccount()
    const before = Date.now()
    const finished = await signIn(subject, change({ auth_time: seconds() + 50 }))
    if (finished.done !== 'signed-in') throw new Error(JSON.stringify(finished))
    const strongAt = (await findSession(finished.token))?.strongAt.getTime() ?? 0
    expect(strongAt).toBeGreaterThanOrEqual(before)
    expect(strongAt).toBeLessThanOrEqual(Date.now())
  })
})

describe('a hostile provider', () => {
  const key = strangeKey()
  const hs256 = (claims: Record<string, unknown>) => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const body = `${part({ alg: 'HS256' })}.${part(claims)}`
    return `${body}.${createHmac('sha256', clientSecret).update(body).digest('base64url')}`
  }

  it.each<[string, string, Mischief]>([
    ['another audience', 'force-failed', change({ aud: 'another-client' })],
    [
      'us among its audiences',
      'force-failed',
      change({ aud: ['alongside', 'another-client'], azp: 'alongside' }),
    ],
    ['no audience', 'force-failed', without('aud')],
    ['another authorised party', 'force-failed', change({ azp: 'another-client' })],
    ['another issuer', 'force-failed', change({ iss: 'https://login.another.test' })],
    ['no issuer', 'force-failed', without('iss')],
    ['an old nonce', 'force-failed', change({ nonce: 'of-another-sign-in' })],
    ['no nonce', 'force-failed', without('nonce')],
    ['no subject', 'force-failed', without('sub')],
    ['an empty subject', 'force-failed', change({ sub: '' })],
    ['a subject that is a number', 'force-failed', change({ sub: 7 })],
    ['no strength', 'force-strength', without('acr')],
    ['another strength', 'force-strength', change({ acr: 'password' })],
    ['a strength that begins like ours', 'force-strength', change({ acr: 'mfa phr' })],
    ['a strength of another shape', 'force-strength', change({ acr: { mfa: true } })],
    ['a token that is over', 'force-failed', change({ exp: seconds() - 300 })],
    ['a token without an end', 'force-failed', without('exp')],
    ['a token of yesterday that has not ended', 'force-failed', change({ iat: seconds() - 86_400 })],
    ['a token of tomorrow', 'force-failed', change({ iat: seconds() + 86_400 })],
    ['a proof of tomorrow', 'force-failed', change({ auth_time: seconds() + 86_400 })],
    ['alg none', 'force-failed', { token: (claims) => unsigned(claims) }],
    ['our own secret as the key', 'force-failed', { token: hs256 }],
    ['a key it does not publish', 'force-failed', { token: (claims) => signed(claims, key) }],
    [
      'a key id it does not publish',
      'force-failed',
      { token: (claims) => signed(claims, key, { alg: 'RS256', kid: 'two' }) },
    ],
    [
      'a signature cut off',
      'force-failed',
      { token: (claims, honest) => honest(claims).replace(/\.[^.]+$/u, '.') },
    ],
    ['no token', 'force-failed', { token: () => undefined }],
    [
      'no such code',
      'force-failed',
      { tokenAnswer: [400, { error: 'invalid_grant', error_description: 'subject-x' }] },
    ],
    ['a broken answer', 'force-failed', { tokenAnswer: [200, 'subject-x'] }],
    ['its own failure', 'force-away', { tokenAnswer: [503, {}] }],
  ])(
    'that sends %s is refused (%s), with no session and nothing personal said',
    async (_name, problem, mischief) => {
      const { id, subject } = await newAccount()
      await expectRefused(await signIn(subject, mischief), problem, id)
      // The same person is let in when the provider is honest again.
      expect(await signIn(subject)).toMatchObject({ done: 'signed-in' })
    },
  )

  it('that says somebody else at its user information endpoint is not asked there', async () => {
    const { id, subject } = await newAccount()
    const finished = await signIn(subject)
    if (finished.done !== 'signed-in') throw new Error(JSON.stringify(finished))
    expect((await findSession(finished.token))?.actor.id).toBe(id)
    expect(provider.asked).not.toContain('/person')
  })

  it('that gives a token for the same code twice still signs in once', async () => {
    const { id, subject } = await newAccount()
    const browser = await begin()
    const query = provider.visit(browser.location, subject)
    provider.mischief = { reusesCodes: true }
    const both = await Promise.all([comeBack(browser, query), comeBack(browser, query)])
    expect(both.map(({ done }) => done).sort()).toEqual(['nothing', 'signed-in'])
    expect(await comeBack(browser, query)).toMatchObject({ done: 'nothing', problem: 'force-expired' })
    expect(await deskDb().staffSession.count({ where: { accountId: id } })).toBe(1)
  })

  it('that takes too long is away', { timeout: 30_000 }, async () => {
    const { id, subject } = await newAccount()
    await expectRefused(await signIn(subject, { silent: true }), 'force-away', id)
  })

  it.each<[string, string, (query: URLSearchParams) => void]>([
    [
      'no code',
      'force-failed',
      (query) => {
        query.delete('code')
      },
    ],
    [
      'another issuer in the answer',
      'force-failed',
      (query) => {
        query.set('iss', 'https://login.another.test')
      },
    ],
    [
      'a refusal',
      'force-failed',
      (query) => {
        query.set('error', 'login_required')
      },
    ],
    [
      'that they turned back',
      'force-cancelled',
      (query) => {
        query.set('error', 'access_denied')
      },
    ],
    [
      'that they were not strong enough',
      'force-strength',
      (query) => {
        query.set('error', 'unmet_authentication_requirements')
      },
    ],
    [
      'that it is busy',
      'force-away',
      (query) => {
        query.set('error', 'temporarily_unavailable')
      },
    ],
  ])('that sends the browser back with %s is refused (%s)', async (_name, problem, spoil) => {
    const { id, subject } = await newAccount()
    const browser = await begin()
    const query = provider.visit(browser.location, subject)
    spoil(query)
    await expectRefused(await comeBack(browser, query), problem, id)
    // What was begun is over: the true answer comes too late.
    expect(await comeBack(browser, provider.visit(browser.location, subject))).toMatchObject({
      problem: 'force-expired',
    })
  })

  it.each<[string, (query: URLSearchParams) => void]>([
    [
      'another state',
      (query) => {
        query.set('state', 'of-another-sign-in')
      },
    ],
    [
      'no state',
      (query) => {
        query.delete('state')
      },
    ],
    [
      'another state, and a refusal',
      (query) => {
        query.set('state', 'of-another-sign-in')
        query.set('error', 'access_denied')
      },
    ],
  ])('an answer with %s is refused, and does not use up what was begun here', async (_name, spoil) => {
    const { id, subject } = await newAccount()
    const browser = await begin()
    const query = provider.visit(browser.location, subject)
    const forged = new URLSearchParams(query)
    spoil(forged)
    const finished = await comeBack(browser, forged)
    await expectRefused(finished, 'force-failed', id)
    expect(finished).toMatchObject({ open: true })
    expect(await comeBack(browser, query)).toMatchObject({ done: 'signed-in' })
    expect(await comeBack(browser, forged)).toMatchObject({ problem: 'force-expired', open: false })
  })

  it('that sends an ID token through the browser in place of a code is refused', async () => {
    const { id, subject } = await newAccount()
    const browser = await begin()
    const query = provider.visit(browser.location, subject)
    const nonce = new URL(browser.location).searchParams.get('nonce')
    query.delete('code')
    query.set('id_token', unsigned({ sub: subject, nonce }))
    await expectRefused(await comeBack(browser, query), 'force-failed', id)
  })
})

describe('a session fixed by an attacker', () => {
  it.each<[string, (mine: Browser, theirs: Browser) => Browser]>([
    ['with no cookies of this flow', (mine) => ({ ...mine, cookies: {}, flow: undefined })],
    ['in a browser that began another', (_mine, theirs) => theirs],
    [
      'with the flow of one and the checks of another',
      (mine, theirs) => ({ ...mine, cookies: theirs.cookies }),
    ],
    ['with the checks of one and the flow of another', (mine, theirs) => ({ ...mine, flow: theirs.flow })],
    ['with no state kept', (mine) => ({ ...mine, cookies: omit(mine.cookies, 'force-state') })],
    ['with no nonce kept', (mine) => ({ ...mine, cookies: omit(mine.cookies, 'force-nonce') })],
    ['with no verifier kept', (mine) => ({ ...mine, cookies: omit(mine.cookies, 'force-verifier') })],
    [
      'with a verifier of another flow',
      (mine, theirs) => ({
        ...mine,
        cookies: { ...mine.cookies, 'force-verifier': theirs.cookies['force-verifier'] ?? '' },
      }),
    ],
    [
      'with a nonce of another flow',
      (mine, theirs) => ({
        ...mine,
        cookies: { ...mine.cookies, 'force-nonce': theirs.cookies['force-nonce'] ?? '' },
      }),
    ],
  ])('an answer opened %s signs nobody in', async (_name, mix) => {
    const { id, subject } = await newAccount()
    const [attackers, victims] = [await begin(), await begin()]
    const answer = provider.visit(attackers.location, subject)
    const finished = await comeBack(mix(attackers, victims), answer)
    expect(finished).toMatchObject({ done: 'nothing' })
    expect(await deskDb().staffSession.count({ where: { accountId: id } })).toBe(0)
  })

  it('a flow is over after ten minutes', async () => {
    const { id, subject } = await newAccount()
    const browser = await begin()
    const query = provider.visit(browser.location, subject)
    const later = new Date(Date.now() + 10 * 60_000 + 1_000)
    await expectRefused(await asOf(later, () => comeBack(browser, query)), 'force-expired', id)
  })

  it('the session the browser had before ends, and its token opens nothing more', async () => {
    const [first, second] = [await newAccount(), await newAccount()]
    const planted = await signIn(first.subject)
    if (planted.done !== 'signed-in') throw new Error(JSON.stringify(planted))
    const browser = await begin()
    const query = provider.visit(browser.location, second.subject)
    const { cookies, flow } = browser
    const finished = await finishForceSignIn({
      query,
      cookies,
      flow,
      session: null,
      sessionToken: planted.token,
      invitation: undefined,
    })
    if (finished.done !== 'signed-in') throw new Error(JSON.stringify(finished))
    expect(finished.token).not.toBe(planted.token)
    expect(await findSession(planted.token)).toBeNull()
    expect((await findSession(finished.token))?.actor.id).toBe(second.id)
  })
})
