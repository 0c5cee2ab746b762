import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { acceptInvitation } from '@/lib/auth/accept-invitation'
import { readInvitation } from '@/lib/auth/invitations'
import { findSession } from '@/lib/auth/session'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { newOfficer } from '@/lib/domain/new-officer'
import type { Role } from '@/lib/domain/words'
import { getAccount } from '@/lib/queries/get-account'
import { listAccounts } from '@/lib/queries/list-accounts'
import { listInvitations } from '@/lib/queries/list-invitations'
import { listSessions } from '@/lib/queries/list-sessions'
import { changeRole } from './change-role'
import { deactivateAccount, reactivateAccount } from './close-account'
import { endOthersSessions, endOwnSessions } from './end-others-sessions'
import { invite, resetSignIn, takeInvitationBack } from './invite'
import { inviteAdministrator } from './invite-administrator'

const at = new Date('2026-03-02T09:00:00Z')
const minutes = (count: number) => new Date(at.getTime() + count * 60_000)

async function newAccount(role: Role, active = true): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({
    data: {
      id,
      email: `${id}@example.test`,
      name: `Test ${role}`,
      role,
      active,
      createdAt: minutes(-60),
      passwordHash: 'x',
      totpSecret: Buffer.from('x'),
    },
  })
  return id
}

/** As if there had been none: those whom other tests know are there again when the test is over. */
async function putAdministratorsAway(): Promise<void> {
  const there = await ownerDb().account.findMany({ where: { role: 'administrator', active: true } })
  const where = { id: { in: there.map(({ id }) => id) } }
  await ownerDb().account.updateMany({ where, data: { active: false } })
  onTestFinished(async () => {
    await ownerDb().account.updateMany({ where, data: { active: true } })
  })
}

/** Somebody of a role, signed in and proved at `at`. */
async function signedIn(role: Role) {
  const id = await newAccount(role)
  return { actor: { id, name: 'Test', role, districts: [] }, strongAt: at }
}

const now = <T>(work: () => Promise<T>) => asOf(minutes(1), work)
const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : error)
const refusal = (work: () => Promise<unknown>) => now(work).then(() => 'done', codeOf)
const seen = (accountId: string, version = 1) => ({ accountId, version })
const post = (role: Role, districts: readonly string[] = []) => ({ role, districts, reason: 'new-post' })
const accountOf = (id: string) =>
  ownerDb().account.findUniqueOrThrow({ where: { id }, include: { officer: true } })

async function newCase(
  assigneeId: string,
  restricted = false,
  status = 'in-progress',
  force = 'hertfordshire',
) {
  const id = randomUUID()
  const reference = `HC-${id.slice(0, 4)}-${id.slice(9, 13)}`.toUpperCase()
  const base = { id, reference, force, kind: 'report', channel: 'online', receivedAt: at }
  await ownerDb().sealedBox.create({ data: { id, purpose: 'submission', suite: 1 } })
  await ownerDb().submission.create({
    data: { ...base, journeyVersion: 1, locale: 'en', tokenHash: Buffer.from(id), boxId: id },
  })
  await ownerDb().case.create({
    data: {
      ...{ ...base, submissionId: id, strands: [], status, riskSuggested: 'low', riskRank: 2, riskRules: [] },
      ...{
        wantsOfficer: false,
        languages: [],
        excludedDistricts: [],
        promisedBy: at,
        assigneeId,
        restricted,
        ...(status === 'closed' ? { closedAt: at, disposition: 'advice' } : {}),
      },
    },
  })
  return () => ownerDb().case.findUniqueOrThrow({ where: { id }, include: { events: true } })
}

describe('who may', () => {
  const acts = {
    'change-role': (by, id) => changeRole(by, seen(id), post('auditor')),
    deactivate: (by, id) => deactivateAccount(by, seen(id), 'left-post'),
    reactivate: (by, id) => reactivateAccount(by, seen(id), 'back'),
    'reset-sign-in': (by, id) => resetSignIn(by, seen(id), 'lost'),
    'end-others-sessions': (by, id) => endOthersSessions(by, { accountId: id, handle: null }),
    invite: (by) => invite(by, { ...post('triager'), email: `${randomUUID()}@example.test`, name: 'New' }),
    'withdraw-invitation': (by) => takeInvitationBack(by, randomUUID()),
  } satisfies Record<string, (by: Awaited<ReturnType<typeof signedIn>>, id: string) => Promise<unknown>>
  const others = ['call-handler', 'triager', 'liaison-officer', 'supervisor', 'auditor'] as const

  it.each(Object.entries(acts))(
    '%s: an administrator alone, and the try of anybody else is audited',
    async (act, run) => {
      const target = await newAccount('triager')
      for (const role of others) {
        const by = await signedIn(role)
        expect(await refusal(() => run(by, target))).toBe('forbidden')
        const row = await ownerDb().auditEvent.findFirstOrThrow({ where: { actorId: by.actor.id } })
        expect(row).toMatchObject({ action: 'refused', detail: { attempted: act, code: 'forbidden' } })
      }
      expect(await accountOf(target)).toMatchObject({ role: 'triager', active: true, version: 1 })
    },
  )

  it.each(Object.entries(acts))('%s: not without a proof of the last ten minutes', async (_act, run) => {
    const by = await signedIn('administrator')
    const target = await newAccount('triager')
    for (const strongAt of [minutes(-9), minutes(-60), minutes(5)])
      expect(await refusal(() => run({ ...by, strongAt }, target))).toBe('step-up')
    expect(await accountOf(target)).toMatchObject({
      role: 'triager',
      active: true,
      version: 1,
      passwordHash: 'x',
    })
  })

  it.each(others)('a %s reads no list of accounts, sessions or invitations', async (role) => {
    const { actor } = await signedIn(role)
    const filters = { find: '', role: null, state: null, page: 1 } as const
    expect(await refusal(() => listAccounts(actor, filters))).toBe('forbidden')
    expect(await refusal(() => getAccount(actor, actor.id))).toBe('forbidden')
    expect(await refusal(() => listInvitations(actor))).toBe('forbidden')
    expect(await refusal(() => listSessions(actor, randomUUID()))).toBe('forbidden')
    expect(await now(() => listSessions(actor, actor.id))).toEqual([])
  })
})

describe('changing a role', () => {
  it('counts with the very next request: whoever was signed in is out', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('supervisor')
    const token = await asOf(at, () => sessionFor(id))
    expect((await now(() => findSession(token)))?.actor.role).toBe('supervisor')
    await now(() => changeRole(by, seen(id), post('call-handler')))
    expect(await now(() => findSession(token))).toBeNull()
    expect(await accountOf(id)).toMatchObject({ role: 'call-handler', version: 2 })
  })

  it('is audited with codes: who, from what, to what and why', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager')
    await now(() => changeRole(by, seen(id), { ...post('auditor'), reason: 'cover' }))
    const row = await ownerDb().auditEvent.findFirstOrThrow({
      where: { actorId: by.actor.id, action: 'role-changed' },
    })
    expect(row.detail).toMatchObject({ account: id, from: 'triager', to: 'auditor', reason: 'cover' })
  })

  it('makes an officer with districts, and one who is none any more is left out of routing', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager')
    await now(() => changeRole(by, seen(id), post('liaison-officer', ['stevenage', 'watford'])))
    expect((await accountOf(id)).officer).toMatchObject({
      ...newOfficer(['stevenage', 'watford']),
      active: true,
    })
    await now(() => changeRole(by, seen(id, 2), post('triager', ['stevenage'])))
    expect((await accountOf(id)).officer).toMatchObject({ active: false })
    await now(() => changeRole(by, seen(id, 3), post('liaison-officer', ['dacorum'])))
    expect((await accountOf(id)).officer).toMatchObject({ districts: ['dacorum'], active: true, version: 3 })
  })

  it('of districts alone leaves whether an officer serves to their supervisor, and another role forgets their word', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('liaison-officer')
    const data = { active: false, handingOverAt: at, oneMoreAt: at }
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts: ['watford'], languages: [], openLimit: 1, ...data },
    })
    await now(() => changeRole(by, seen(id), post('liaison-officer', ['dacorum'])))
    expect((await accountOf(id)).officer).toMatchObject({ districts: ['dacorum'], active: false })
    await now(() => changeRole(by, seen(id, 2), post('triager')))
    await now(() => changeRole(by, seen(id, 3), post('liaison-officer', ['dacorum'])))
    expect((await accountOf(id)).officer).toMatchObject({
      active: true,
      oneMoreAt: null,
      handingOverAt: null,
    })
  })

  it.each([
    ['an unknown role', { role: 'root', districts: [], reason: 'cover' }],
    ['no role', { role: '', districts: [], reason: 'cover' }],
    ['no reason', { role: 'triager', districts: [], reason: '' }],
    ['a reason of their own', { role: 'triager', districts: [], reason: 'because I say so' }],
    ['an officer of nowhere', { role: 'liaison-officer', districts: [], reason: 'cover' }],
    ['a district of another force', { role: 'liaison-officer', districts: ['luton'], reason: 'cover' }],
  ])('refuses %s and changes nothing', async (_name, given) => {
    const by = await signedIn('administrator')
    const id = await newAccount('auditor')
    const token = await asOf(at, () => sessionFor(id))
    expect(await refusal(() => changeRole(by, seen(id), given))).toBe('invalid')
    expect(await accountOf(id)).toMatchObject({ role: 'auditor', version: 1, officer: null })
    expect(await now(() => findSession(token))).not.toBeNull()
  })

  it('of somebody an administrator looked at before a colleague changed them is a conflict', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager')
    const both = await Promise.all([
      refusal(() => changeRole(by, seen(id), post('auditor'))),
      refusal(() => changeRole(by, seen(id), post('supervisor'))),
    ])
    expect([...both].sort()).toEqual(['conflict', 'done'])
    expect((await accountOf(id)).version).toBe(2)
  })

  it.each(['not an id', '', randomUUID()])('of %j is not found', async (id) => {
    const by = await signedIn('administrator')
    expect(await refusal(() => changeRole(by, seen(id), post('auditor')))).toBe('not-found')
  })

  it('of one’s own account is refused, and so is closing or resetting it', async () => {
    const by = await signedIn('administrator')
    const own = seen(by.actor.id)
    expect(await refusal(() => changeRole(by, own, post('supervisor')))).toBe('own-account')
    expect(await refusal(() => deactivateAccount(by, own, 'left-post'))).toBe('own-account')
    expect(await refusal(() => resetSignIn(by, own, 'lost'))).toBe('own-account')
    expect(await accountOf(by.actor.id)).toMatchObject({
      role: 'administrator',
      active: true,
      passwordHash: 'x',
    })
  })

  it('of two administrators who remove each other at once leaves one', async () => {
    await putAdministratorsAway()
    const [one, other] = [await signedIn('administrator'), await signedIn('administrator')]
    const both = await Promise.all([
      refusal(() => deactivateAccount(one, seen(other.actor.id), 'left-post')),
      refusal(() => changeRole(other, seen(one.actor.id), post('auditor'))),
    ])
    expect(both.filter((each) => each === 'done')).toHaveLength(1)
    expect(await ownerDb().account.count({ where: { role: 'administrator', active: true } })).toBe(1)
  })
})

describe('an administrator who stops being one while their act is on the way', () => {
  const acts = {
    'gives no role': (by, id) => changeRole(by, seen(id), post('administrator')),
    'closes nothing': (by, id) => deactivateAccount(by, seen(id), 'left-post'),
    'resets nothing': (by, id) => resetSignIn(by, seen(id), 'lost'),
    'invites nobody': (by) =>
      invite(by, { ...post('administrator'), email: `${by.actor.id}.new@example.test`, name: 'New' }),
  } satisfies Record<string, (by: Awaited<ReturnType<typeof signedIn>>, id: string) => Promise<unknown>>
  const ends = [{ role: 'auditor' }, { active: false }]

  it.each(Object.entries(acts))('%s, and the try is audited', async (_name, act) => {
    for (const data of ends) {
      const by = await signedIn('administrator')
      const target = await newAccount('triager')
      await ownerDb().account.update({ where: { id: by.actor.id }, data })
      expect(await refusal(() => act(by, target))).toBe('forbidden')
      expect(await accountOf(target)).toMatchObject({ role: 'triager', active: true, version: 1 })
      expect(await ownerDb().invitation.count({ where: { invitedById: by.actor.id } })).toBe(0)
      const row = await ownerDb().auditEvent.findFirstOrThrow({ where: { actorId: by.actor.id } })
      expect(row).toMatchObject({ action: 'refused', detail: { code: 'forbidden' } })
    }
  })

  it('is one of two who act on each other at the same moment, not both', async () => {
    await signedIn('administrator')
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await signedIn('administrator'), await signedIn('administrator')]
      const both = await Promise.all([
        refusal(() => changeRole(one, seen(other.actor.id), post('auditor'))),
        refusal(() => changeRole(other, seen(one.actor.id), post('auditor'))),
      ])
      expect([...both].sort()).toEqual(['done', 'forbidden'])
    }
  })
})

describe('the last administrator', () => {
  const only = async (demos: readonly boolean[]) => {
    await putAdministratorsAway()
    const made = [await signedIn('administrator'), await signedIn('administrator')] as const
    for (const [place, demo] of demos.entries())
      await ownerDb().account.update({ where: { id: made[place]?.actor.id ?? '' }, data: { demo } })
    return made
  }

  it.each([
    ['a real one beside one of the demonstration', [true, false], 'last-administrator'],
    ['one of the demonstration beside a real one', [false, true], 'done'],
    ['one of two of the demonstration', [true, true], 'done'],
    ['one of two real ones', [false, false], 'done'],
  ])('%s', async (_name, demos, outcome) => {
    const [by, other] = await only(demos)
    expect(await refusal(() => deactivateAccount(by, seen(other.actor.id), 'left-post'))).toBe(outcome)
  })
})

describe('cases of somebody who may hold them no longer', () => {
  it('are nobody’s at once when an officer becomes something else, with it in their history; closed ones stay', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('liaison-officer')
    const [open, closed] = [await newCase(id), await newCase(id, false, 'closed')]
    expect((await now(() => getAccount(by.actor, id))).openCases).toBe(1)
    await now(() => changeRole(by, seen(id), post('call-handler')))
    const found = await open()
    expect(found).toMatchObject({ assigneeId: null, status: 'new', version: 2 })
    expect(found.events).toMatchObject([{ type: 'handed-back', actorId: by.actor.id, detail: { from: id } }])
    expect(await closed()).toMatchObject({ assigneeId: id, status: 'closed' })
  })

  it('are nobody’s when the account is closed, whatever the role', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('supervisor')
    const held = [await newCase(id), await newCase(id, true)]
    await now(() => deactivateAccount(by, seen(id), 'left-post'))
    for (const each of held) expect((await each()).assigneeId).toBeNull()
  })

  it('are those of this force alone, counted and handed back', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('liaison-officer')
    const [here, elsewhere] = [await newCase(id), await newCase(id, false, 'in-progress', 'elsewhere')]
    expect((await now(() => getAccount(by.actor, id))).openCases).toBe(1)
    await now(() => deactivateAccount(by, seen(id), 'left-post'))
    expect([(await here()).assigneeId, (await elsewhere()).assigneeId]).toEqual([null, id])
  })

  it('are only the restricted ones when a supervisor becomes an officer', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('supervisor')
    const [plain, restricted] = [await newCase(id), await newCase(id, true)]
    await now(() => changeRole(by, seen(id), post('liaison-officer', ['stevenage'])))
    expect([(await plain()).assigneeId, (await restricted()).assigneeId]).toEqual([id, null])
  })

  it('are counted for administrators, and handed back by nobody else', async () => {
    const officer = await newAccount('liaison-officer')
    const held = await newCase(officer)
    const by = await signedIn('supervisor')
    expect(await refusal(() => deactivateAccount(by, seen(officer), 'left-post'))).toBe('forbidden')
    expect((await held()).assigneeId).toBe(officer)
  })
})

describe('closing and opening an account', () => {
  it('ends its sessions at once, and opening it again brings none back', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager')
    const token = await asOf(at, () => sessionFor(id))
    await now(() => deactivateAccount(by, seen(id), 'left-post'))
    expect(await refusal(() => deactivateAccount(by, seen(id, 2), 'left-post'))).toBe('conflict')
    await now(() => reactivateAccount(by, seen(id, 2), 'back'))
    expect(await accountOf(id)).toMatchObject({ active: true, role: 'triager', version: 3 })
    expect(await now(() => findSession(token))).toBeNull()
  })

  it('and resetting it are audited with the reason', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager')
    await now(() => deactivateAccount(by, seen(id), 'security'))
    await now(() => reactivateAccount(by, seen(id, 2), 'back'))
    await now(() => resetSignIn(by, seen(id, 3), 'lost'))
    const rows = await ownerDb().auditEvent.findMany({
      where: { actorId: by.actor.id, detail: { path: ['account'], equals: id } },
      orderBy: { seq: 'asc' },
    })
    expect(rows.map(({ action, detail }) => ({ action, detail }))).toEqual([
      { action: 'account-closed', detail: { account: id, reason: 'security' } },
      { action: 'account-opened', detail: { account: id, reason: 'back' } },
      { action: 'sign-in-voided', detail: { account: id, reason: 'lost' } },
    ])
  })

  it.each([
    ['closing', true, (by, id, why) => deactivateAccount(by, seen(id), why)],
    ['opening', false, (by, id, why) => reactivateAccount(by, seen(id), why)],
    ['resetting', true, (by, id, why) => resetSignIn(by, seen(id), why)],
  ] satisfies [
    string,
    boolean,
    (by: Awaited<ReturnType<typeof signedIn>>, id: string, why: string) => Promise<unknown>,
  ][])('%s without a reason from its list changes nothing', async (_name, active, act) => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager', active)
    for (const why of ['', 'because I say so', 'new-post'])
      expect(await refusal(() => act(by, id, why))).toBe('invalid')
    expect(await accountOf(id)).toMatchObject({ active, version: 1, passwordHash: 'x' })
  })
})

describe('ending sessions', () => {
  it('by an administrator ends one or all of somebody else', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager')
    const tokens = [await asOf(at, () => sessionFor(id)), await asOf(at, () => sessionFor(id))]
    const [first] = await now(() => listSessions(by.actor, id))
    expect(first).toEqual({
      handle: expect.any(String) as string,
      method: 'password',
      createdAt: at,
      lastSeenAt: at,
    })
    expect(await now(() => endOthersSessions(by, { accountId: id, handle: first?.handle ?? '' }))).toBe(1)
    expect(await now(() => endOthersSessions(by, { accountId: id, handle: null }))).toBe(1)
    for (const token of tokens) expect(await now(() => findSession(token))).toBeNull()
  })

  it('of one’s own spares the one in use, and a stranger’s handle ends nothing', async () => {
    const { actor } = await signedIn('triager')
    const [mine, other] = [
      await asOf(at, () => sessionFor(actor.id)),
      await asOf(at, () => sessionFor(actor.id)),
    ]
    const current = (await now(() => findSession(mine)))?.handle ?? ''
    const stranger = await asOf(at, async () => sessionFor(await newAccount('triager')))
    const strangers = (await now(() => findSession(stranger)))?.handle ?? ''
    expect(await now(() => endOwnSessions(actor, { current, handle: strangers }))).toBe(0)
    expect(await now(() => endOwnSessions(actor, { current, handle: null }))).toBe(1)
    expect(await now(() => findSession(other))).toBeNull()
    expect(await now(() => findSession(mine))).not.toBeNull()
    expect(await now(() => findSession(stranger))).not.toBeNull()
  })
})

describe('inviting', () => {
  const email = () => `${randomUUID()}@example.test`

  it('keeps the newest invitation to an address alone, and gives none to one that has an account', async () => {
    const by = await signedIn('administrator')
    const to = email()
    await now(() => invite(by, { ...post('triager'), email: to, name: 'Ada' }))
    await now(() => invite(by, { ...post('auditor'), email: to.toUpperCase(), name: 'Ada' }))
    const listed = (await now(() => listInvitations(by.actor))).filter((each) => each.email === to)
    expect(listed.map(({ role, state }) => `${role} ${state}`)).toEqual(['auditor open', 'triager withdrawn'])
    const taken = (await accountOf(by.actor.id)).email
    expect(await refusal(() => invite(by, { ...post('triager'), email: taken, name: 'Ada' }))).toBe('exists')
  })

  it.each([
    ['no address', { email: 'nowhere', name: 'Ada' }],
    ['two addresses', { email: 'a@example.test,b@example.test', name: 'Ada' }],
    ['no name', { email: 'a@example.test', name: '  ' }],
    ['a name that turns letters round', { email: 'a@example.test', name: 'Ada\u202E' }],
    ['a name without end', { email: 'a@example.test', name: 'x'.repeat(101) }],
  ])('refuses %s', async (_name, given) => {
    const by = await signedIn('administrator')
    expect(await refusal(() => invite(by, { ...post('triager'), ...given }))).toBe('invalid')
  })

  it('can be taken back once', async () => {
    const by = await signedIn('administrator')
    const { id, token } = await now(() => invite(by, { ...post('triager'), email: email(), name: 'Ada' }))
    await now(() => takeInvitationBack(by, id))
    expect(await refusal(() => takeInvitationBack(by, id))).toBe('conflict')
    const way = { kind: 'password', passwordHash: 'x', totpSecret: 'JBSWY3DPEHPK3PXP', totpStep: 1 } as const
    expect(await now(() => acceptInvitation(token, way))).toBeNull()
  })
})

describe('an invitation and the account of whoever made it', () => {
  const stateOf = async (id: string) => {
    const row = await ownerDb().invitation.findUniqueOrThrow({ where: { id } })
    return row.withdrawnAt === null ? 'open' : 'withdrawn'
  }
  const changes = {
    closed: (by, id) => deactivateAccount(by, seen(id), 'left-post'),
    demoted: (by, id) => changeRole(by, seen(id), post('auditor')),
    reset: (by, id) => resetSignIn(by, seen(id), 'lost'),
  } satisfies Record<string, (by: Awaited<ReturnType<typeof signedIn>>, id: string) => Promise<unknown>>

  it.each(Object.entries(changes))('ends as they are %s, with a row in the audit', async (_name, change) => {
    const [by, inviter] = [await signedIn('administrator'), await signedIn('administrator')]
    const given = { ...post('administrator'), email: `${randomUUID()}@example.test`, name: 'Ada' }
    const { id, token } = await now(() => invite(inviter, given))
    await now<unknown>(() => change(by, inviter.actor.id))
    expect(await stateOf(id)).toBe('withdrawn')
    expect(await now(() => readInvitation(token))).toBeNull()
    const where = { action: 'invitation-withdrawn', detail: { path: ['invitation'], equals: id } }
    expect(await ownerDb().auditEvent.findMany({ where })).toMatchObject([{ actorId: by.actor.id }])
  })

  it.each([
    [
      'closed and opened again',
      async (by, id) => {
        await deactivateAccount(by, seen(id, 2), 'left-post')
        await reactivateAccount(by, seen(id, 3), 'back')
      },
    ],
    [
      'given another role and their old one',
      async (by, id) => {
        await changeRole(by, seen(id, 2), post('auditor'))
        await changeRole(by, seen(id, 3), post('triager'))
      },
    ],
  ] satisfies [string, (by: Awaited<ReturnType<typeof signedIn>>, id: string) => Promise<unknown>][])(
    'to renew somebody’s ways in does not come back when they are %s',
    async (_name, change) => {
      const by = await signedIn('administrator')
      const target = await newAccount('triager')
      const { id, token } = await now(() => resetSignIn(by, seen(target), 'lost'))
      expect(await now(() => readInvitation(token))).toMatchObject({ renews: target })
      await now(() => change(by, target))
      expect(await stateOf(id)).toBe('withdrawn')
      expect(await now(() => readInvitation(token))).toBeNull()
    },
  )
})

describe('resetting how somebody signs in', () => {
  it('voids every way and session at once, and its invitation makes new ones for the same account', async () => {
    const by = await signedIn('administrator')
    const id = await newAccount('triager')
    await ownerDb().passkey.create({
      data: { id: randomUUID(), accountId: id, publicKey: Buffer.from('x'), name: 'k', createdAt: at },
    })
    await ownerDb().recoveryCode.create({ data: { hash: Buffer.from(id), accountId: id } })
    await ownerDb().forceIdentity.create({
      data: { issuer: 'https://id.force.example', subject: id, accountId: id, createdAt: at },
    })
    const token = await asOf(at, () => sessionFor(id))
    const { token: link } = await now(() => resetSignIn(by, seen(id), 'lost'))
    expect(await accountOf(id)).toMatchObject({
      passwordHash: null,
      totpSecret: null,
      active: true,
      role: 'triager',
    })
    expect(await ownerDb().passkey.count({ where: { accountId: id } })).toBe(0)
    expect(await ownerDb().recoveryCode.count({ where: { accountId: id } })).toBe(0)
    expect(await ownerDb().forceIdentity.count({ where: { accountId: id } })).toBe(0)
    expect(await now(() => findSession(token))).toBeNull()
    const way = { kind: 'password', passwordHash: 'y', totpSecret: 'JBSWY3DPEHPK3PXP', totpStep: 1 } as const
    expect(await now(() => acceptInvitation(link, way))).toMatchObject({ account: { id } })
    expect((await accountOf(id)).passwordHash).toBe('y')
  })
})

describe('the first administrator', () => {
  it('is invited when there is none, and another only when that is said', async () => {
    await putAdministratorsAway()
    const ask = (another: boolean) =>
      inviteAdministrator({ email: `${randomUUID()}@example.test`, name: 'First', another })
    const { link, hours } = await ask(false)
    expect(link).toMatch(/\/staff\/invitation\/[\w-]{43}$/u)
    expect(hours).toBe(72)
    await newAccount('administrator')
    expect(await refusal(() => ask(false))).toBe('conflict')
    expect(await refusal(() => ask(true))).toBe('done')
  })

  it.each([
    ['', 'Name'],
    ['a@example.test', ''],
  ])('needs an address and a name: %j %j', async (email, name) => {
    expect(await refusal(() => inviteAdministrator({ email, name, another: true }))).toBe('invalid')
  })
})
