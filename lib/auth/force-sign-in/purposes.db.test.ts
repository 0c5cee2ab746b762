import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf, now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { startHostileProvider } from '@/scripts/testing/provider/hostile-provider'
import type { HostileProvider } from '@/scripts/testing/provider/hostile-provider'
import { createInvitation, createRenewal } from '../invitations'
import { findSession } from '../session'
import { beginForceSignIn } from './begin'
import { finishForceSignIn } from './finish'
import type { Finished, Returned } from './finish'
import type { ForcePurpose } from './flow'
import { linkedSince } from './identities'
import { leaveProviderAt } from './leave'

let provider: HostileProvider

beforeAll(async () => {
  provider = await startHostileProvider()
  const settings = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'alongside',
    OIDC_CLIENT_SECRET: 'the secret of a client in a test',
    OIDC_STRENGTH_CLAIM: 'acrs',
    OIDC_STRENGTH_VALUES: 'c1',
  }
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
})
afterAll(() => provider.stop())
beforeEach(() => {
  provider.mischief = { claims: (claims) => ({ ...claims, acrs: ['c1', 'c3'] }) }
})

interface Member {
  readonly actor: Actor
  readonly token: string
  readonly handle: string
}

async function newMember(active = true): Promise<Member> {
  const id = randomUUID()
  await deskDb().account.create({
    data: { id, email: `${id}@example.test`, name: 'Somebody', role: 'triager', active: true },
  })
  const token = await sessionFor(id, 'password')
  const session = await findSession(token)
  if (session === null) throw new Error('No session.')
  if (!active) await deskDb().account.update({ where: { id }, data: { active } })
  return { actor: session.actor, token, handle: session.handle }
}

async function linkTo({ actor }: Member): Promise<string> {
  const subject = `subject-${randomUUID()}`
  const data = { issuer: provider.issuer, subject, accountId: actor.id, createdAt: now() }
  await deskDb().forceIdentity.create({ data })
  return subject
}

interface Trip {
  readonly purpose: ForcePurpose
  readonly subject: string
  /** Whoever is signed in when it begins, and when it ends. */
  readonly from?: Member
  readonly to?: Member | null
  readonly invitation?: string
  readonly between?: () => Promise<unknown>
}

async function travel({ purpose, subject, from, to = from, invitation, between }: Trip): Promise<Finished> {
  const begun = await beginForceSignIn({
    purpose,
    back: null,
    accountId: from?.actor.id ?? null,
    session: from?.handle ?? null,
  })
  if (!begun.ok) throw new Error(begun.problem)
  const pairs = begun.cookies.map((line) => line.split(';', 1)[0] ?? '')
  const returned: Returned = {
    query: provider.visit(begun.location, subject),
    cookies: Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    ),
    flow: begun.flow,
    session: to ?? null,
    sessionToken: to?.token,
    invitation,
  }
  await between?.()
  return finishForceSignIn(returned)
}

const refused = (problem: string) => ({ done: 'nothing', problem })
const longAgo = () => ({ auth_time: Math.floor(Date.now() / 1000) - 300 })

describe('signing in', () => {
  it('asks for the claim by name, and takes it in a list', async () => {
    const begun = await beginForceSignIn({ purpose: 'sign-in', back: null, accountId: null, session: null })
    const { searchParams } = new URL(begun.ok ? begun.location : '')
    expect(JSON.parse(searchParams.get('claims') ?? '')).toEqual({
      id_token: { acrs: { essential: true, value: 'c1' } },
    })
    expect(searchParams.has('acr_values') || searchParams.has('prompt')).toBe(false)
    expect(await travel({ purpose: 'sign-in', subject: await linkTo(await newMember()) })).toMatchObject({
      done: 'signed-in',
    })
  })

  it('creates nothing for somebody who is linked to nobody, whatever address they bring', async () => {
    const member = await newMember()
    const email = `${member.actor.id}@example.test`
    provider.mischief = {
      claims: (claims) => ({
        ...claims,
        acrs: ['c1'],
        email,
        email_verified: true,
        preferred_username: email,
      }),
    }
    const accounts = await deskDb().account.count()
    const subject = `subject-${randomUUID()}`
    expect(await travel({ purpose: 'sign-in', subject })).toMatchObject(refused('force-unknown'))
    expect(await deskDb().account.count()).toBe(accounts)
    expect(await deskDb().forceIdentity.count({ where: { subject } })).toBe(0)
  })

  it('knows a subject only with its issuer', async () => {
    const { actor } = await newMember()
    const subject = `subject-${randomUUID()}`
    const data = { issuer: 'https://login.another.test', subject, accountId: actor.id, createdAt: now() }
    await deskDb().forceIdentity.create({ data })
    expect(await travel({ purpose: 'sign-in', subject })).toMatchObject(refused('force-unknown'))
  })

  it('refuses an account that is not active, and one that is closed on the way', async () => {
    const closed = await newMember(false)
    expect(await travel({ purpose: 'sign-in', subject: await linkTo(closed) })).toMatchObject(
      refused('force-unknown'),
    )
    const closing = await newMember()
    const close = () => deskDb().account.update({ where: { id: closing.actor.id }, data: { active: false } })
    const trip = { purpose: 'sign-in', subject: await linkTo(closing), between: close } as const
    expect(await travel(trip)).toMatchObject(refused('force-unknown'))
  })
})

describe('confirming', () => {
  it('is asked to be proved now, and done by whoever is signed in', async () => {
    const member = await newMember()
    const begun = await beginForceSignIn({ purpose: 'confirm', back: null, accountId: null, session: null })
    const { searchParams } = new URL(begun.ok ? begun.location : '')
    expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '0'])
    expect(await travel({ purpose: 'confirm', subject: await linkTo(member), from: member })).toMatchObject({
      done: 'confirmed',
    })
  })

  it.each<[string, Record<string, unknown>]>([
    ['was done five minutes ago', longAgo()],
    ['the provider does not date', { auth_time: undefined }],
  ])('is not what %s', async (_name, changed) => {
    const member = await newMember()
    provider.mischief = { claims: (claims) => ({ ...claims, acrs: ['c1'], ...changed }) }
    expect(await travel({ purpose: 'confirm', subject: await linkTo(member), from: member })).toMatchObject(
      refused('force-strength'),
    )
  })

  it('is not done by a colleague, in another session, or after signing out', async () => {
    const [member, colleague] = [await newMember(), await newMember()]
    const [own, other] = [await linkTo(member), await linkTo(colleague)]
    const trips: Trip[] = [
      { purpose: 'confirm', subject: other, from: member },
      { purpose: 'confirm', subject: own, from: member, to: { ...member, handle: randomUUID() } },
      { purpose: 'confirm', subject: own, from: colleague, to: member },
      { purpose: 'confirm', subject: own, from: member, to: null },
    ]
    for (const trip of trips) expect(await travel(trip)).toMatchObject(refused('force-other'))
  })
})

describe('linking', () => {
  const subjectOf = async ({ actor }: Member) =>
    (await deskDb().forceIdentity.findMany({ where: { accountId: actor.id } })).map(({ subject }) => subject)

  it('binds who they are there to who is signed in here; a new one takes the place of the old', async () => {
    const member = await newMember()
    for (const subject of [`first-${randomUUID()}`, `second-${randomUUID()}`]) {
      expect(await travel({ purpose: 'link', subject, from: member })).toEqual({ done: 'linked' })
      expect(await subjectOf(member)).toEqual([subject])
    }
    expect(await linkedSince(member.actor.id)).toBeInstanceOf(Date)
  })

  it('never takes an identity from somebody else', async () => {
    const [member, colleague] = [await newMember(), await newMember()]
    const subject = await linkTo(colleague)
    expect(await travel({ purpose: 'link', subject, from: member })).toMatchObject(refused('force-other'))
    expect(await subjectOf(member)).toEqual([])
    expect(await subjectOf(colleague)).toEqual([subject])
  })

  it('needs the session it began in, and a proof given now', async () => {
    const member = await newMember()
    const subject = `subject-${randomUUID()}`
    expect(await travel({ purpose: 'link', subject, from: member, to: null })).toMatchObject(
      refused('force-other'),
    )
    const other = await newMember()
    expect(await travel({ purpose: 'link', subject, from: member, to: other })).toMatchObject(
      refused('force-other'),
    )
    provider.mischief = { claims: (claims) => ({ ...claims, acrs: ['c1'], ...longAgo() }) }
    expect(await travel({ purpose: 'link', subject, from: member })).toMatchObject(refused('force-strength'))
    expect([...(await subjectOf(member)), ...(await subjectOf(other))]).toEqual([])
  })

  it('needs a proof given here in the last ten minutes: who they are there proves nothing here', async () => {
    const member = await newMember()
    const strongAt = new Date(Date.now() - 600_000)
    await deskDb().staffSession.update({ where: { handle: member.handle }, data: { strongAt } })
    const subject = `subject-${randomUUID()}`
    expect(await travel({ purpose: 'link', subject, from: member })).toEqual({ done: 'unproved' })
    expect(await subjectOf(member)).toEqual([])
  })

  it('of two at once from two accounts binds one', async () => {
    const [member, colleague] = [await newMember(), await newMember()]
    const subject = `subject-${randomUUID()}`
    const both = await Promise.allSettled(
      [member, colleague].map((from) => travel({ purpose: 'link', subject, from })),
    )
    const done = both.map((one) => (one.status === 'fulfilled' ? one.value.done : 'failed'))
    expect(done.filter((one) => one === 'linked')).toHaveLength(1)
    expect(await deskDb().forceIdentity.count({ where: { subject } })).toBe(1)
  })
})

describe('accepting an invitation', () => {
  async function invite(): Promise<{ email: string; token: string }> {
    const email = `${randomUUID()}@example.test`
    const invited = { email, name: 'Newcomer', role: 'triager', districts: [], invitedById: null } as const
    return { email, token: (await createInvitation(invited)).token }
  }
  const accountWith = (email: string) => deskDb().account.findUnique({ where: { email } })

  it('makes the account with the role of the invitation, and no password', async () => {
    const { email, token } = await invite()
    const subject = `subject-${randomUUID()}`
    provider.mischief = { claims: (claims) => ({ ...claims, acrs: ['c1'], roles: ['administrator'] }) }
    const finished = await travel({ purpose: 'invitation', subject, invitation: token })
    if (finished.done !== 'accepted') throw new Error(JSON.stringify(finished))
    expect(await findSession(finished.token)).toMatchObject({ actor: { role: 'triager' }, method: 'force' })
    expect(await accountWith(email)).toMatchObject({ passwordHash: null, totpSecret: null })
    provider.mischief = { claims: (claims) => ({ ...claims, acrs: ['c1'] }) }
    expect(await travel({ purpose: 'sign-in', subject })).toMatchObject({ done: 'signed-in' })
  })

  it('works once, before it is over, and with an invitation at hand', async () => {
    const { email, token } = await invite()
    const trip = (invitation?: string): Trip => ({
      purpose: 'invitation',
      subject: `subject-${randomUUID()}`,
      ...(invitation === undefined ? {} : { invitation }),
    })
    expect(await travel(trip())).toMatchObject(refused('force-expired'))
    const over = await invite()
    await deskDb().invitation.updateMany({
      where: { email: over.email },
      data: { expiresAt: new Date(Date.now() - 1) },
    })
    expect(await travel(trip(over.token))).toMatchObject(refused('force-expired'))
    expect(await accountWith(over.email)).toBeNull()
    expect(await travel(trip(token))).toMatchObject({ done: 'accepted' })
    expect(await travel(trip(token))).toMatchObject(refused('force-expired'))
    expect(await deskDb().account.count({ where: { email } })).toBe(1)
  })

  it('is not done by somebody who has an account already, nor by whom the provider only remembers', async () => {
    const { email, token } = await invite()
    const subject = await linkTo(await newMember())
    expect(await travel({ purpose: 'invitation', subject, invitation: token })).toMatchObject(
      refused('force-other'),
    )
    provider.mischief = { claims: (claims) => ({ ...claims, acrs: ['c1'], ...longAgo() }) }
    const other = `subject-${randomUUID()}`
    expect(await travel({ purpose: 'invitation', subject: other, invitation: token })).toMatchObject(
      refused('force-strength'),
    )
    expect(await accountWith(email)).toBeNull()
  })

  it('that renews an account takes the old identity away', async () => {
    const [member, inviter] = [await newMember(), await newMember()]
    const old = await linkTo(member)
    await deskDb().account.update({ where: { id: inviter.actor.id }, data: { role: 'administrator' } })
    const { token } = await asOf(new Date(Date.now() + 1000), () =>
      createRenewal(member.actor.id, inviter.actor.id),
    )
    const subject = `subject-${randomUUID()}`
    expect(await travel({ purpose: 'invitation', subject, invitation: token })).toMatchObject({
      done: 'accepted',
    })
    expect(await findSession(member.token)).toBeNull()
    expect(await travel({ purpose: 'sign-in', subject: old })).toMatchObject(refused('force-unknown'))
    expect(await travel({ purpose: 'sign-in', subject })).toMatchObject({ done: 'signed-in' })
  })
})

describe('the audit', () => {
  it('has each refusal with its reason, and nobody’s subject', async () => {
    const member = await newMember()
    await travel({ purpose: 'confirm', subject: 'subject-unlinked', from: member })
    const rows = await ownerDb().auditEvent.findMany({
      where: { actorId: member.actor.id, action: 'sign-in-refused' },
    })
    expect(rows.map(({ detail }) => detail)).toEqual([
      { method: 'force', purpose: 'confirm', why: 'force-other' },
    ])
  })
})

it('signing out there names us and where to come back to, and nobody', async () => {
  const page = new URL((await leaveProviderAt()) ?? '')
  expect(page.origin).toBe(provider.issuer)
  expect(Object.fromEntries(page.searchParams)).toEqual({
    client_id: 'alongside',
    post_logout_redirect_uri: 'http://localhost:3000/staff/sign-in',
  })
})
