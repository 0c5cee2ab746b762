import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { PlannedCase } from '../../e2e/factories/parity-rows'
import { asOf } from '@/lib/adapters/clock'
import { assignCase } from '@/lib/commands/assign-case'
import { acceptOffer, declineOffer } from '@/lib/commands/answer-offer'
import { deactivateAccount } from '@/lib/commands/close-account'
import { storeRouting } from '@/lib/commands/route-cases'
import type * as RouteCases from '@/lib/commands/route-cases'
import { takeCase } from '@/lib/commands/take-case'
import { currentForce } from '@/lib/config/current-force'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { ownDatabase } from '../../scripts/testing/own-database'
import { routeCases } from './route-cases'
import { watchClocks } from './watch-clocks'

/** What happens as soon as a run has read who the officers are. */
const meanwhile = vi.hoisted(() => ({ once: undefined as (() => Promise<void>) | undefined }))
vi.mock('@/lib/commands/route-cases', async (original) => {
  const real = await original<typeof RouteCases>()
  const routingRota = async () => {
    const rota = await real.routingRota()
    const { once } = meanwhile
    meanwhile.once = undefined
    await once?.()
    return rota
  }
  return { ...real, routingRota }
})

// It routes every case there is.
await ownDatabase()

const [home = '', beside = ''] = currentForce().districts.map(({ id }) => id)
const monday = new Date('2026-06-08T10:00:00Z')
const hour = 3_600_000
const at = (hours: number) => new Date(monday.getTime() + hours * hour)
const route = (hours = 0) => asOf(at(hours), routeCases)

interface Person extends Actor {
  readonly officerId: string
}

async function person(role: Role, name = role as string): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
  return { id, name, role, districts: [] }
}

/** An officer of the first district with duty between these hours. */
async function officer(
  name: string,
  shifts: readonly (readonly [number, number])[],
  more: object = {},
): Promise<Person> {
  const account = await person('liaison-officer', name)
  const officerId = randomUUID()
  await ownerDb().officer.create({
    data: {
      ...{ id: officerId, accountId: account.id, districts: [home], languages: ['en'], openLimit: 5 },
      ...{ trainingUntil: new Date('2028-01-01'), ...more },
    },
  })
  await ownerDb().dutyShift.createMany({
    data: shifts.map(([from, to]) => ({ id: randomUUID(), officerId, startsAt: at(from), endsAt: at(to) })),
  })
  return { ...account, officerId, districts: [home] }
}

let number = 0

/** A case that came in an hour ago and asks for an officer. */
async function arrived(facts: Partial<PlannedCase> = {}, more: object = {}): Promise<string> {
  number += 1
  const row = parityRow(`HC-R${String(number).padStart(3, '0')}-0000`, {
    ...{ district: home, status: 'new', assigneeId: null, recordedById: null, receivedAt: at(-1) },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false, ...facts },
  })
  await storeParityRows([row])
  await ownerDb().case.update({
    where: { id: row.id },
    data: { wantsOfficer: true, promisedBy: at(48), ...more },
  })
  await due(row.reference, 48)
  return row.reference
}

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const offers = async (reference: string) => {
  const { id } = await found(reference)
  const rows = await ownerDb().caseOffer.findMany({
    where: { caseId: id },
    orderBy: [{ offeredAt: 'asc' }, { endedAt: 'asc' }],
  })
  return rows.map(({ accountId, outcome, reason }) => [accountId, outcome, reason])
}
const askedOf = async (reference: string) => (await found(reference)).offeredToId
const rulesOf = async (reference: string) => {
  const { id } = await found(reference)
  const rows = await ownerDb().routingDecision.findMany({ where: { caseId: id }, orderBy: { at: 'asc' } })
  return rows.flatMap(({ decision }) =>
    typeof decision === 'object' && decision !== null && 'rule' in decision ? [decision.rule] : [],
  )
}
const history = async (reference: string) => {
  const { id } = await found(reference)
  const rows = await ownerDb().caseEvent.findMany({
    where: { caseId: id, type: { not: 'noted' } },
    orderBy: [{ at: 'asc' }],
  })
  return rows.map(({ type }) => type)
}
const told = async (reference: string, rule: string) => {
  const { id } = await found(reference)
  return ownerDb().escalation.findMany({ where: { caseId: id, rule } })
}
const unrouted = (reference: string) => told(reference, 'unrouted')
/** All its clocks are due then. */
const due = async (reference: string, hours: number) => {
  const { id: caseId } = await found(reference)
  await ownerDb().caseClock.updateMany({ where: { caseId, endedAt: null }, data: { dueAt: at(hours) } })
}
const seenBy = (actor: Actor, reference: string) =>
  asActor(actor, async (tx) => (await tx.case.findUnique({ where: { reference } })) !== null)

/** Whether somebody waits for another in this database. */
const isWaiting = async () => {
  const [row] = await ownerDb().$queryRaw<{ waits: boolean }[]>`
    SELECT count(*) > 0 AS waits FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE NOT l.granted AND a.datname = current_database()`
  return row?.waits === true
}

beforeEach(async () => {
  await ownerDb().case.updateMany({ data: { status: 'closed', closedAt: monday, disposition: 'advice' } })
  await ownerDb().officer.updateMany({ data: { active: false } })
})

describe('a case nobody holds', () => {
  it('is offered to whoever is first, once, with why', async () => {
    const later = await officer('later', [[20, 28]])
    const first = await officer('first', [[2, 8]])
    const reference = await arrived()
    expect(await route()).toEqual({ lapsed: 0, freed: 0, offered: 1 })
    expect(await found(reference)).toMatchObject({
      offeredToId: first.id,
      assigneeId: null,
      status: 'new',
      version: 1,
    })
    expect(await rulesOf(reference)).toEqual(['district-officer'])
    expect(await history(reference)).toEqual(['offered'])
    expect(await route(1)).toEqual({ lapsed: 0, freed: 0, offered: 0 })
    expect(await offers(reference)).toEqual([[first.id, null, null]])
    expect(await askedOf(reference)).not.toBe(later.id)
  })

  it('is a supervisor’s at once where nobody can be asked, and no more when somebody can', async () => {
    const reference = await arrived()
    await route()
    await route(1)
    expect(await rulesOf(reference)).toEqual(['no-officer-available'])
    expect(await unrouted(reference)).toMatchObject([{ settledAt: null, raisedAt: at(0) }])
    const somebody = await officer('somebody', [[3, 9]])
    await route(2)
    expect(await askedOf(reference)).toBe(somebody.id)
    expect(await unrouted(reference)).toMatchObject([{ settledAt: at(2) }])
    expect(await history(reference)).toEqual(['unrouted', 'offered'])
  })

  it.each([
    ['officer-not-asked-for', {}, { wantsOfficer: false }],
    ['somebody-described', { namesExclusion: true }, {}],
    ['restricted-to-supervisors', { restricted: true }, {}],
  ] as const)('is nobody’s to be asked for by itself: %s, said once', async (rule, facts, more) => {
    await officer('ready', [[1, 9]])
    const reference = await arrived(facts, more)
    await route()
    await route(1)
    expect(await rulesOf(reference)).toEqual([rule])
    expect(await offers(reference)).toEqual([])
    expect(await unrouted(reference)).toEqual([])
  })

  it('that is not compared with declared links yet waits for that, for ten minutes', async () => {
    await officer('ready', [[1, 9]])
    const reference = await arrived({ receivedAt: at(0) })
    const { id } = await found(reference)
    await ownerDb().caseIndex.deleteMany({ where: { caseId: id } })
    await route(0.1)
    expect(await offers(reference)).toEqual([])
    await route(0.2)
    expect(await offers(reference)).toHaveLength(1)
  })

  it('is offered to nobody beyond their limit, of many at once', async () => {
    const one = await officer('one', [[1, 9]], { openLimit: 2 })
    const cases = [await arrived(), await arrived(), await arrived()]
    await route()
    const asked = await Promise.all(cases.map(askedOf))
    expect(asked.filter((account) => account === one.id)).toHaveLength(2)
    expect(await unrouted(cases[asked.indexOf(null)] ?? '')).toHaveLength(1)
  })

  it('is offered to nobody with a conflict, nor to somebody who may know the reporter', async () => {
    const kept = await officer('kept', [[1, 9]])
    const maybe = await officer('maybe', [[1, 9]])
    const other = await officer('other', [[30, 38]])
    const reference = await arrived({ conflictedIds: [kept.id] }, { possibleConflictIds: [maybe.id] })
    await route()
    expect(await askedOf(reference)).toBe(other.id)
  })

  it.each<[string, (one: Person, reference: string) => Promise<unknown>]>([
    ['who may know the reporter', (one, reference) => mayKnow(reference, one)],
    ['who is handing over', (one) => set(one, { handingOverAt: at(0) })],
    ['who takes no cases any more', (one) => set(one, { active: false })],
  ])('is offered to nobody %s by the time that is kept', async (_, change) => {
    const one = await officer('one', [[1, 9]])
    const reference = await arrived()
    const { id } = await found(reference)
    await change(one, reference)
    const decision = { rule: 'district-officer', candidates: [], leftOut: [] } as const
    expect(await storeRouting([{ id, account: one.id, officer: one.officerId, decision }])).toBe(0)
    expect(await askedOf(reference)).toBeNull()
  })

  it('is routed once by two runs at once', async () => {
    const one = await officer('one', [[1, 9]], { openLimit: 3 })
    const cases = await Promise.all([arrived(), arrived(), arrived(), arrived(), arrived()])
    await Promise.all([route(), route(), route()])
    await route()
    const rows = await ownerDb().caseOffer.findMany({ where: { accountId: one.id } })
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(3)
    expect(cases).toHaveLength(5)
  })
})

describe('whoever is asked', () => {
  it('sees that the case is there, wherever it is, and takes it', async () => {
    const far = await officer('far', [[1, 9]], { districts: [beside] })
    const reference = await arrived()
    expect(await seenBy(far, reference)).toBe(false)
    await route()
    expect(await seenBy(far, reference)).toBe(true)
    await asOf(at(2), () => takeCase(far, { reference, version: 1 }))
    expect(await found(reference)).toMatchObject({
      assigneeId: far.id,
      status: 'assigned',
      offeredToId: null,
      version: 2,
    })
    expect(await offers(reference)).toEqual([[far.id, 'accepted', null]])
    expect(await history(reference)).toEqual(['offered', 'taken'])
    // Pressed twice.
    await acceptOffer(far, { reference, version: 1 })
    expect(await found(reference)).toMatchObject({ assigneeId: far.id, version: 2 })
  })

  it('takes it or finds that a colleague was first, where two do at once', async () => {
    const asked = await officer('asked', [[1, 9]])
    const near = await officer('near', [[2, 9]])
    const reference = await arrived()
    await route()
    const tried = await Promise.allSettled([
      takeCase(asked, { reference, version: 1 }),
      takeCase(near, { reference, version: 1 }),
    ])
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const codes = tried.flatMap((one) =>
      one.status === 'rejected' && one.reason instanceof DomainError ? [one.reason.code] : [],
    )
    expect(codes).toHaveLength(1)
    expect(['conflict', 'offer-over']).toContain(codes[0])
    const { assigneeId } = await found(reference)
    expect(await offers(reference)).toEqual([
      [
        asked.id,
        assigneeId === asked.id ? 'accepted' : 'withdrawn',
        assigneeId === asked.id ? null : 'given',
      ],
    ])
  })

  it('says no, and the next is asked, until nobody is left', async () => {
    const first = await officer('first', [[1, 9]])
    const next = await officer('next', [[2, 9]])
    const reference = await arrived()
    await route()
    await asOf(at(1), () => declineOffer(first, reference, 'too-much'))
    await route(1)
    expect(await askedOf(reference)).toBe(next.id)
    await asOf(at(2), () => declineOffer(next, reference, 'away-soon'))
    await route(2)
    expect(await offers(reference)).toEqual([
      [first.id, 'declined', 'too-much'],
      [next.id, 'declined', 'away-soon'],
    ])
    expect(await rulesOf(reference)).toEqual(['district-officer', 'district-officer', 'no-officer-available'])
    expect(await unrouted(reference)).toMatchObject([{ settledAt: null }])
  })

  it('is kept from the case where they know somebody in it', async () => {
    const asked = await officer('asked', [[1, 9]])
    const reference = await arrived()
    await route()
    await asOf(at(1), () => declineOffer(asked, reference, 'know-somebody'))
    expect(await found(reference)).toMatchObject({ offeredToId: null, conflictedIds: [asked.id] })
    expect(await offers(reference)).toEqual([[asked.id, 'declined', 'know-somebody']])
    expect(await seenBy(asked, reference)).toBe(false)
  })

  it.each(['', 'I am ill', 'accepted'])('says no for no other reason: %j', async (reason) => {
    const asked = await officer('asked', [[1, 9]])
    const reference = await arrived()
    await route()
    await expect(declineOffer(asked, reference, reason)).rejects.toMatchObject({ code: 'invalid' })
    expect(await askedOf(reference)).toBe(asked.id)
  })

  it('keeps nobody from being asked again who had no time for it', async () => {
    const asked = await officer('asked', [
      [-0.1, 0.3],
      [4, 12],
      [28, 36],
    ])
    const reference = await arrived()
    await route()
    await route(1)
    expect(await offers(reference)).toEqual([
      [asked.id, 'lapsed', 'duty-too-short'],
      [asked.id, null, null],
    ])
    await route(13)
    expect(await offers(reference)).toContainEqual([asked.id, 'lapsed', 'duty-over'])
    expect(await askedOf(reference)).toBeNull()
  })

  it('asks nobody in the last of their duty whose next is far, and ends no offer with it that was for the next', async () => {
    const going = await officer('going', [
      [-7, 0.02],
      [40, 48],
    ])
    const coming = await officer('coming', [[3, 11]])
    const first = await arrived()
    await route()
    expect(await askedOf(first)).toBe(coming.id)
    await ownerDb().officer.update({ where: { id: coming.officerId }, data: { openLimit: 1 } })
    const second = await arrived()
    await route()
    expect(await askedOf(second)).toBe(going.id)
    await route(1)
    expect(await offers(second)).toEqual([[going.id, null, null]])
  })

  it('is told kindly when they answer too late, and is told nothing of a case they were never asked for', async () => {
    const duty = [
      [1, 9],
      [300, 308],
    ] as const
    const asked = await officer('asked', duty, { districts: [beside] })
    const stranger = await officer('stranger', [[200, 208]], { districts: [beside] })
    const reference = await arrived()
    await route()
    await route(10)
    expect(await offers(reference)).toMatchObject([
      [asked.id, 'lapsed', 'duty-over'],
      [stranger.id, null, null],
    ])
    await expect(declineOffer(asked, reference, 'too-much')).rejects.toMatchObject({ code: 'offer-over' })
    await expect(takeCase(asked, { reference, version: 1 })).rejects.toMatchObject({ code: 'offer-over' })
    const never = await officer('never', [], { districts: [beside] })
    await expect(declineOffer(never, reference, 'too-much')).rejects.toMatchObject({ code: 'not-found' })
    await expect(takeCase(never, { reference, version: 1 })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('an offer ends', () => {
  it('with the duty in which it was not answered; they are not asked for that case again', async () => {
    const asked = await officer('asked', [
      [1, 9],
      [25, 33],
    ])
    const next = await officer('next', [[26, 34]])
    const reference = await arrived()
    await route()
    expect(await askedOf(reference)).toBe(asked.id)
    expect(await route(8.9)).toMatchObject({ lapsed: 0 })
    expect(await route(9)).toEqual({ lapsed: 1, freed: 0, offered: 1 })
    expect(await askedOf(reference)).toBe(next.id)
    expect(await history(reference)).toEqual(['offered', 'offer-lapsed', 'offered'])
  })

  it.each<[string, (one: Person) => Promise<unknown>, string]>([
    [
      'leave',
      (one) => ownerDb().dutyShift.deleteMany({ where: { officerId: one.officerId } }),
      'no-duty-ahead',
    ],
    ['training that lapses', (one) => set(one, { trainingUntil: new Date('2026-06-07') }), 'training-lapsed'],
    ['handing over', (one) => set(one, { handingOverAt: at(0) }), 'handing-over'],
    ['a limit of none', (one) => set(one, { openLimit: 0 }), 'at-limit'],
    [
      'a suspended account',
      (one) => ownerDb().account.update({ where: { id: one.id }, data: { active: false } }),
      'inactive',
    ],
    [
      'another role',
      (one) => ownerDb().account.update({ where: { id: one.id }, data: { role: 'triager' } }),
      'inactive',
    ],
  ])('with %s', async (_, change, reason) => {
    const asked = await officer('asked', [[1, 9]])
    const reference = await arrived()
    await route()
    await change(asked)
    expect(await route(0.5)).toMatchObject({ lapsed: 1 })
    expect(await offers(reference)).toEqual([[asked.id, 'lapsed', reason]])
    expect(await rulesOf(reference)).toEqual(['district-officer', 'no-officer-available'])
  })

  it('but not while it is with somebody who was trained after the run had read the officers', async () => {
    const one = await officer('one', [[-2, 6]])
    const reference = await arrived()
    await route()
    const trainedUntil = (day: string) =>
      ownerDb().officer.update({ where: { id: one.officerId }, data: { trainingUntil: new Date(day) } })
    await trainedUntil('2026-01-01')
    meanwhile.once = async () => {
      await trainedUntil('2028-01-01')
    }
    expect(await route(0.5)).toMatchObject({ lapsed: 0 })
    expect(await askedOf(reference)).toBe(one.id)
  })

  it('where somebody else is there sooner by now, and its officer too late', async () => {
    const away = await officer('away', [[13 * 24, 13 * 24 + 8]])
    const reference = await arrived()
    await due(reference, 24)
    await route()
    expect(await askedOf(reference)).toBe(away.id)
    const near = await officer('near', [[2, 9]], { districts: [beside] })
    await route(0.5)
    expect(await askedOf(reference)).toBe(near.id)
    expect(await offers(reference)).toEqual([
      [away.id, 'lapsed', 'too-late'],
      [near.id, null, null],
    ])
    // Who was too late is asked again where nobody else is left.
    await asOf(at(3), () => declineOffer(near, reference, 'too-much'))
    await route(3)
    expect(await askedOf(reference)).toBe(away.id)
  })

  it('with the news that its officer may know the reporter', async () => {
    const asked = await officer('asked', [[1, 9]])
    const reference = await arrived()
    await route()
    await mayKnow(reference, asked)
    await route(0.5)
    expect(await offers(reference)).toEqual([[asked.id, 'lapsed', 'may-know-somebody']])
  })

  it('for the newest first where a limit falls', async () => {
    const asked = await officer('asked', [[1, 9]], { openLimit: 2 })
    const old = await arrived()
    await route()
    const young = await arrived()
    await route(0.5)
    await set(asked, { openLimit: 1 })
    await route(0.6)
    expect([await askedOf(old), await askedOf(young)]).toEqual([asked.id, null])
  })

  it.each(['given', 'closed', 'sealed', 'conflict-declared'])(
    'when the case is somebody’s, or nobody’s to be asked for: %s',
    async (why) => {
      const asked = await officer('asked', [[1, 9]])
      const other = await officer('other', [[2, 9]])
      const supervisor = await person('supervisor')
      const reference = await arrived()
      await route()
      const { id } = await found(reference)
      if (why === 'given') await assignCase(supervisor, { reference, version: 1, to: other.id })
      const changes = {
        closed: { status: 'closed', closedAt: monday, disposition: 'advice' },
        sealed: { restricted: true, namedIds: [supervisor.id] },
        'conflict-declared': { conflictedIds: [asked.id] },
      }
      const data = Object.entries(changes).find(([one]) => one === why)?.[1]
      if (data !== undefined) await ownerDb().case.update({ where: { id }, data })
      expect(await askedOf(reference)).toBeNull()
      expect(await offers(reference)).toEqual([[asked.id, 'withdrawn', why]])
      expect(await seenBy(asked, reference)).toBe(why === 'closed' || why === 'given')
    },
  )

  it('when the person wants nothing more done: nobody is asked until it goes on, but for danger', async () => {
    const asked = await officer('asked', [[1, 9]])
    const reference = await arrived()
    await route()
    const { id: caseId } = await found(reference)
    // As the public side's functions write it.
    const say = (type: string, hours: number) =>
      ownerDb().caseEvent.create({ data: { id: randomUUID(), caseId, at: at(hours), type, detail: {} } })
    await say('withdrawn', 0.1)
    expect(await offers(reference)).toEqual([[asked.id, 'withdrawn', 'reporter-withdrew']])
    await route(0.2)
    expect(await askedOf(reference)).toBeNull()
    await ownerDb().case.update({ where: { id: caseId }, data: { dangerAt: at(0.3) } })
    await route(0.4)
    expect(await askedOf(reference)).toBe(asked.id)
    await ownerDb().case.update({ where: { id: caseId }, data: { dangerAt: null } })
    await say('withdrawn', 0.5)
    await route(0.6)
    expect(await askedOf(reference)).toBeNull()
    await say('withdrawal-taken-back', 0.7)
    await route(0.8)
    expect(await askedOf(reference)).toBe(asked.id)
  })
})

describe('a held case', () => {
  const heldBy = async (holder: Actor, hours: number, facts: Partial<PlannedCase> = {}) => {
    const reference = await arrived({ status: 'assigned', assigneeId: holder.id, ...facts })
    await due(reference, hours)
    return reference
  }

  it('is nobody’s and offered anew when its holder is suspended, and history says so', async () => {
    const gone = await officer('gone', [[-2, 6]])
    const next = await officer('next', [[2, 9]])
    const reference = await heldBy(gone, 30)
    expect(await route()).toEqual({ lapsed: 0, freed: 0, offered: 0 })
    await ownerDb().account.update({ where: { id: gone.id }, data: { active: false } })
    expect(await route(1)).toEqual({ lapsed: 0, freed: 1, offered: 1 })
    expect(await found(reference)).toMatchObject({
      status: 'new',
      assigneeId: null,
      offeredToId: next.id,
      version: 2,
    })
    expect(await history(reference)).toEqual(['freed', 'offered'])
  })

  it('rests over days off while nothing falls due, and not when it would', async () => {
    const off = await officer('off', [[70, 78]])
    const next = await officer('next', [[2, 9]])
    const calm = await heldBy(off, 80)
    const due = await heldBy(off, 60)
    expect(await route()).toEqual({ lapsed: 0, freed: 1, offered: 1 })
    expect(await found(calm)).toMatchObject({ assigneeId: off.id })
    expect(await askedOf(due)).toBe(next.id)
  })

  it('stays with whoever was trained, and given it, after the run had read the officers', async () => {
    const one = await officer('one', [[-2, 6]], { trainingUntil: new Date('2026-01-01') })
    await officer('next', [[-2, 6]])
    let reference = ''
    meanwhile.once = async () => {
      const data = { trainingUntil: new Date('2028-01-01') }
      await ownerDb().officer.update({ where: { id: one.officerId }, data })
      reference = await heldBy(one, 30)
    }
    expect(await route()).toMatchObject({ freed: 0 })
    expect(await found(reference)).toMatchObject({ assigneeId: one.id })
  })

  it('stays where nobody else would be there sooner', async () => {
    const off = await officer('off', [[70, 78]])
    await officer('later', [[90, 98]])
    const reference = await heldBy(off, 60)
    expect(await route()).toMatchObject({ freed: 0 })
    expect(await found(reference)).toMatchObject({ assigneeId: off.id })
  })

  it('is offered to nobody who is there later than its holder is back', async () => {
    const off = await officer('off', [[48, 56]])
    await officer('later', [[12 * 24, 12 * 24 + 8]])
    const reference = await heldBy(off, 24)
    await route()
    expect(await found(reference)).toMatchObject({ assigneeId: off.id, offeredToId: null })
    expect(await told(reference, 'holder-away')).toMatchObject([{ settledAt: null, raisedAt: at(0) }])
    await route(1)
    expect(await told(reference, 'holder-away')).toHaveLength(1)
    expect(await history(reference)).toEqual(['escalated'])
    // They are there again.
    await route(49)
    expect(await told(reference, 'holder-away')).toMatchObject([{ settledAt: at(49), settledById: null }])
  })

  it('is told to a supervisor where whoever is asked is back too late, and nobody sooner', async () => {
    const off = await officer('off', [[90, 98]])
    const reference = await arrived()
    await due(reference, 30)
    await route()
    expect(await askedOf(reference)).toBe(off.id)
    await route(1)
    expect(await told(reference, 'holder-away')).toMatchObject([{ settledAt: null, raisedAt: at(1) }])
    await officer('sooner', [[3, 11]])
    await route(2)
    expect(await told(reference, 'holder-away')).toMatchObject([{ settledAt: at(2), settledById: null }])
  })

  it('stays with a holder who comes back where everybody is away for a month, a supervisor is told, and none is lost', async () => {
    const off = await officer('off', [[30 * 24, 30 * 24 + 8]])
    await officer('too', [[31 * 24, 31 * 24 + 8]])
    const gone = await officer('gone', [])
    const [theirs, nobodys, left] = [await heldBy(off, 60), await arrived(), await heldBy(gone, 60)]
    await route()
    expect(await found(theirs)).toMatchObject({ assigneeId: off.id })
    expect(await told(theirs, 'holder-away')).toHaveLength(1)
    for (const reference of [nobodys, left]) {
      expect(await found(reference)).toMatchObject({ assigneeId: null, offeredToId: null, status: 'new' })
      expect(await unrouted(reference)).toHaveLength(1)
    }
  })

  it('that nobody is asked for by itself stays where its holder is away; where it cannot, a supervisor is told', async () => {
    const off = await officer('off', [[70, 78]])
    await officer('next', [[2, 9]])
    const gone = await officer('gone', [[-2, 6]])
    const rests = await heldBy(off, 60, { namesExclusion: true })
    const freed = await heldBy(gone, 60, { namesExclusion: true })
    await set(gone, { handingOverAt: at(0) })
    await route()
    expect(await found(rests)).toMatchObject({ assigneeId: off.id })
    expect(await told(rests, 'holder-away')).toHaveLength(1)
    expect(await found(freed)).toMatchObject({ assigneeId: null, offeredToId: null })
    expect(await rulesOf(freed)).toEqual(['somebody-described'])
    expect(await unrouted(freed)).toMatchObject([{ settledAt: null }])
    // What watches by the clock does not take it for settled.
    await asOf(at(1), watchClocks)
    expect(await unrouted(freed)).toMatchObject([{ settledAt: null }])
    await route(2)
    expect(await unrouted(freed)).toHaveLength(1)
  })

  it.each(['handing over', 'a closed account'])(
    'is a supervisor’s each time nobody is found for it: %s',
    async (how) => {
      const one = await officer('one', [[200, 208]], { openLimit: 0 })
      const administrator = await person('administrator')
      const supervisor = await person('supervisor')
      const reference = await arrived()
      await route()
      expect(await unrouted(reference)).toMatchObject([{ settledAt: null }])
      await asOf(at(1), () => assignCase(supervisor, { reference, version: 1, to: one.id }))
      expect(await unrouted(reference)).toMatchObject([{ settledAt: at(1) }])
      if (how === 'handing over') await set(one, { handingOverAt: at(2) })
      else await closed(administrator, one)
      await route(3)
      expect(await found(reference)).toMatchObject({ assigneeId: null, status: 'new' })
      expect(await unrouted(reference)).toHaveLength(2)
      expect((await unrouted(reference)).filter(({ settledAt }) => settledAt === null)).toHaveLength(1)
      await asOf(at(4), watchClocks)
      await route(5)
      expect((await unrouted(reference)).filter(({ settledAt }) => settledAt === null)).toHaveLength(1)
    },
  )

  it('stays with a supervisor, and where it is sealed', async () => {
    const supervisor = await person('supervisor')
    const gone = await officer('gone', [], { active: false })
    const theirs = await heldBy(supervisor, 1)
    const secret = await heldBy(gone, 1, { restricted: true, namedIds: [gone.id] })
    expect(await route(2)).toMatchObject({ freed: 0 })
    expect(await found(theirs)).toMatchObject({ assigneeId: supervisor.id })
    expect(await found(secret)).toMatchObject({ assigneeId: gone.id })
  })
})

describe('a case somebody is at', () => {
  it('is left for the next run', async () => {
    const one = await officer('one', [[1, 9]])
    const offered = await arrived()
    await route()
    const held = await arrived({ status: 'assigned', assigneeId: one.id })
    await set(one, { active: false })
    await ownerDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "case" WHERE reference IN (${offered}, ${held}) FOR UPDATE`
      expect(await route(1)).toEqual({ lapsed: 0, freed: 0, offered: 0 })
    })
    expect(await route(2)).toEqual({ lapsed: 1, freed: 1, offered: 0 })
  })

  it('is waited for in the same order when somebody’s cases are handed back', async () => {
    const [one, administrator] = [await officer('one', [[1, 9]]), await person('administrator')]
    const cases = [await arrived(), await arrived()]
    const ids = (await Promise.all(cases.map(found))).map(({ id }) => id).sort()
    const [low = '', high = ''] = ids
    for (const id of [high, low])
      await ownerDb().case.update({ where: { id }, data: { status: 'assigned', assigneeId: one.id } })
    const handed = await ownerDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "case" WHERE id = ${low}::uuid FOR UPDATE`
      const handing = asActor(
        administrator,
        (other) => other.$queryRaw`SELECT hand_back_cases(${one.id}::uuid, false, now()) AS count`,
      )
      while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20))
      await tx.$queryRaw`SELECT id FROM "case" WHERE id = ${high}::uuid FOR UPDATE NOWAIT`
      return { handing }
    })
    expect(await handed.handing).toEqual([{ count: 2 }])
  })
})

it('wakes nobody who is signed in: each of its functions is for nobody', async () => {
  const supervisor = await person('supervisor')
  for (const call of [
    'routing_rota(now(), 1)',
    'open_offers(now())',
    "held_cases('{}')",
    'cases_to_route(now(), NULL, 1)',
    "store_routing('[]', now())",
    "lapse_offers('[]', now())",
    "free_cases('[]', now())",
  ])
    await expect(asActor(supervisor, (tx) => tx.$queryRawUnsafe(`SELECT ${call}::text`))).rejects.toThrow(
      /for nobody/,
    )
})

it('shows nothing of offers to nobody', async () => {
  expect(await deskDb().caseOffer.count()).toBe(0)
})

function mayKnow(reference: string, { id }: Person) {
  return ownerDb().case.update({ where: { reference }, data: { possibleConflictIds: [id] } })
}

function set(one: Person, data: object) {
  return ownerDb().officer.update({ where: { id: one.officerId }, data })
}

function closed(by: Actor, one: Person) {
  const seen = { accountId: one.id, version: 1 }
  return asOf(at(2), () => deactivateAccount({ actor: by, strongAt: at(2) }, seen, 'left-post'))
}
