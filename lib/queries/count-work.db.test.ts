import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { PlannedCase } from '../../e2e/factories/parity-rows'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { nowhere } from '@/lib/domain/queue-filters'
import type { Role } from '@/lib/domain/words'
import { workSets } from '@/lib/domain/work-sets'
import type { WorkSet } from '@/lib/domain/work-sets'
import { countWork, sumOf } from './count-work'
import { listQueue } from './list-queue'
import { loadRota } from './load-rota'
import { tiesOfCase } from './ties-of-case'
import { lateOfEach, recentAttempts } from './work-of-people'

await ownDatabase()

const [home = '', beside = ''] = currentForce().districts.map(({ id }) => id)
const at = new Date('2026-06-08T10:00:00Z')
const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
const days = (count: number) => hours(count * 24)
const everything = 1_000

async function person(role: Role, districts: readonly string[] = []): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  return { id, name: 'Test', role, districts }
}

let number = 0
/** A case that came an hour ago and lacks nothing: opened, held, promised for tomorrow. */
async function arrived(facts: Partial<PlannedCase> = {}, more: object = {}) {
  number += 1
  const row = parityRow(`HC-W${String(number).padStart(3, '0')}-0000`, {
    ...{ district: home, status: 'in-progress', assigneeId: null, recordedById: null, receivedAt: hours(-1) },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false, ...facts },
  })
  await storeParityRows([row])
  await ownerDb().case.update({
    where: { id: row.id },
    data: {
      ...{
        firstOpenedAt: at,
        promisedBy: days(1),
        strands: ['race'],
        assigneeId: holder.id,
        lastMessageFrom: null,
      },
      ...more,
    },
  })
  await ownerDb().caseClock.updateMany({ where: { caseId: row.id, endedAt: null }, data: { dueAt: days(9) } })
  await ownerDb().caseEvent.deleteMany({ where: { caseId: row.id } })
  return row
}

/** As if it had happened: what comes in is held to who has the case, what is there already is not. */
async function event(caseId: string, type: string, more: object = {}) {
  const { id } = await ownerDb().caseEvent.create({
    data: { id: randomUUID(), caseId, at: hours(-1), type: 'noted' },
  })
  return ownerDb().caseEvent.update({ where: { id }, data: { type, ...more } })
}
const due = (caseId: string, dueAt: Date) =>
  ownerDb().caseClock.updateMany({ where: { caseId, kind: 'first-contact' }, data: { dueAt } })

let holder: Actor
let supervisor: Actor
beforeEach(async () => {
  const over = {
    ...{ status: 'closed', closedAt: days(-400), disposition: 'advice' },
    ...{ lastMessageFrom: null, dangerAt: null },
  }
  await ownerDb().case.updateMany({ where: { goesOnInId: { not: null } }, data: { goesOnInId: null } })
  await ownerDb().case.updateMany({ data: over })
  holder = await person('liaison-officer', [home])
  supervisor = await person('supervisor')
})

const counts = async (actor: Actor) => sumOf((await asOf(at, () => countWork(actor))).values())
const listed = async (actor: Actor, set: WorkSet, more: object = {}) =>
  (await asOf(at, () => listQueue(actor, { page: 1, set, ...more }, everything))).rows.map(
    ({ reference }) => reference,
  )

/** For each set what makes a case one of it. */
const members: Readonly<Record<WorkSet, () => Promise<{ readonly reference: string }>>> = {
  open: () => arrived(),
  danger: () => arrived({}, { dangerAt: at }),
  unopened: () => arrived({}, { firstOpenedAt: null }),
  nobody: () => arrived({ status: 'new' }, { assigneeId: null }),
  'answer-waited': () => arrived({}, { lastMessageFrom: 'reporter', lastMessageAt: at }),
  'call-back-late': async () => {
    const row = await arrived()
    const { id } = await event(row.id, 'noted')
    const span = { startsAt: hours(-3), endsAt: hours(-2), planVersion: 0 }
    await ownerDb().caseCallBack.create({ data: { id, caseId: row.id, ...span } })
    return row
  },
  'task-late': async () => {
    const row = await arrived()
    const { id } = await event(row.id, 'noted')
    await ownerDb().caseTask.create({ data: { id, caseId: row.id, dueOn: new Date('2026-06-07') } })
    return row
  },
  'closing-returned': async () => {
    const row = await arrived()
    const answers = [
      ['taken-back', holder],
      ['refused', supervisor],
    ] as const
    for (const [place, [outcome, by]] of answers.entries()) {
      const { id } = await event(row.id, 'noted')
      await ownerDb().closureRequest.create({
        data: {
          ...{ id, caseId: row.id, askedById: holder.id, askedAt: hours(place - 9), disposition: 'advice' },
          ...{ decidedAt: hours(place - 8), decidedById: by.id, outcome },
        },
      })
    }
    return row
  },
  late: async () => {
    const row = await arrived()
    await due(row.id, hours(-1))
    return row
  },
  'due-today': async () => {
    const row = await arrived()
    await due(row.id, hours(23))
    return row
  },
  'no-attempt': () => arrived({}, { promisedBy: hours(-1) }),
  week: () => arrived({ receivedAt: days(-6.9) }),
  month: () => arrived({ receivedAt: days(-7) }, { lastMessageFrom: 'staff' }),
  quarter: () => arrived({ receivedAt: days(-28) }, { lastMessageFrom: 'staff' }),
  older: () => arrived({ receivedAt: days(-91) }, { lastMessageFrom: 'staff' }),
  'no-strand': () => arrived({}, { strands: [] }),
  'no-district': () => arrived({ district: null }),
  'no-contact': () => arrived({ receivedAt: days(-8) }),
  'no-crime': () => closedAs('crime'),
  'against-rules': () => endedAs({}, '2026-06-02T23:30:00Z'),
}

const crimeSaid = { offenceGroup: 'public-order', onlineFlag: false }
const noneSaid = { offenceGroup: 'none', onlineFlag: false }

/** A case closed yesterday. */
const closedAs = (disposition: string, more: object = {}) =>
  arrived({ status: 'closed' }, { disposition, closedAt: days(-1), ...more })

/** A case closed at a time, as an ending of which a version holds on the first two days of June. */
async function endedAs(type: object, closedAt: string, more: object = {}) {
  const { id: recordTypeId } = await ownerDb().recordType.create({
    data: {
      ...{ id: randomUUID(), force: currentForce().id, disposition: 'advice', position: 1, labels: {} },
      ...{ kinds: ['report'], subjectData: 'keep', reason: 'test', proposedAt: days(-99), approved: true },
      ...{ decidedAt: days(-99), fromDay: new Date('2026-06-01'), untilDay: new Date('2026-06-02') },
      ...type,
    },
  })
  return arrived({ status: 'closed' }, { closedAt: new Date(closedAt), recordTypeId, ...more })
}

describe('each set of the work page', () => {
  it.each(workSets)('%s counts what the queue lists for it, and nothing else', async (set) => {
    await arrived()
    const before = await counts(supervisor)
    const { reference } = await members[set]()
    const after = await counts(supervisor)
    expect(after[set] - before[set]).toBe(1)
    expect(await listed(supervisor, set)).toContain(reference)
    for (const one of workSets) expect(await listed(supervisor, one), one).toHaveLength(after[one])
  })

  it('has danger that was said in a report, until the control room was told', async () => {
    const said = await arrived({}, { riskRules: ['happening-now'] })
    await arrived({}, { riskRules: ['injury', 'suspect-is-police'] })
    expect(await listed(supervisor, 'danger')).toEqual([said.reference])
    expect(await counts(supervisor)).toMatchObject({ danger: 1 })
    await event(said.id, 'control-room-told')
    expect(await listed(supervisor, 'danger')).toEqual([])
    await ownerDb().case.update({ where: { id: said.id }, data: { dangerAt: at } })
    expect(await listed(supervisor, 'danger')).toEqual([said.reference])
  })

  it('has danger that was said in a report until a supervisor has seen to it', async () => {
    const said = await arrived({}, { riskRules: ['happening-now'] })
    const raised = { id: randomUUID(), caseId: said.id, rule: 'control-room-untold', raisedAt: at }
    await ownerDb().escalation.create({ data: raised })
    expect(await listed(supervisor, 'danger')).toEqual([said.reference])
    await ownerDb().escalation.update({
      where: { id: raised.id },
      data: { settledAt: at, settledById: supervisor.id },
    })
    expect(await listed(supervisor, 'danger')).toEqual([])
    expect(await counts(supervisor)).toMatchObject({ danger: 0 })
  })

  it('has danger that was said in a report for whoever may open it, and in a message for whoever sees the case', async () => {
    const officer = await person('liaison-officer', [home])
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: officer.id, districts: [home], languages: [], openLimit: 5 },
    })
    const [said, written] = [
      await arrived({}, { riskRules: ['happening-now'] }),
      await arrived({}, { dangerAt: at }),
    ]
    expect((await listed(officer, 'open')).toSorted()).toEqual([said.reference, written.reference].toSorted())
    expect(await listed(officer, 'danger')).toEqual([written.reference])
    expect(await listed(holder, 'danger')).toHaveLength(2)
    expect(await listed(supervisor, 'danger')).toHaveLength(2)
  })

  it('has danger that was said in a report that goes on in another case, with that one, and says so there', async () => {
    const [onward, merged] = [await arrived(), await arrived({}, { riskRules: ['happening-now'] })]
    await ownerDb().case.update({ where: { id: merged.id }, data: { goesOnInId: onward.id } })
    const shown = async () => {
      const { rows } = await asOf(at, () => listQueue(supervisor, { page: 1, set: 'danger' }))
      const { merged: tied } = await tiesOfCase(supervisor, onward.id)
      return [
        rows.map(({ reference, mergedUntold }) => [reference, mergedUntold]),
        tied.map(({ untold }) => untold),
      ]
    }
    expect(await shown()).toEqual([[[onward.reference, true]], [true]])
    expect(await counts(supervisor)).toMatchObject({ danger: 1 })
    await event(merged.id, 'control-room-told')
    expect(await shown()).toEqual([[], [false]])
  })

  it('marks a case whose control room was not told also once a supervisor has seen to it, though it is off their list', async () => {
    const [onward, merged] = [await arrived(), await arrived({}, { riskRules: ['happening-now'] })]
    await ownerDb().case.update({ where: { id: merged.id }, data: { goesOnInId: onward.id } })
    const settled = { raisedAt: at, settledAt: at, settledById: supervisor.id }
    await ownerDb().escalation.create({
      data: { id: randomUUID(), caseId: merged.id, rule: 'control-room-untold', ...settled },
    })
    const marks = async () => {
      const { rows } = await asOf(at, () => listQueue(supervisor, { page: 1 }))
      const { merged: tied } = await tiesOfCase(supervisor, onward.id)
      const row = rows.find(({ reference }) => reference === onward.reference)
      return [row?.mergedUntold, ...tied.map(({ untold }) => untold)]
    }
    expect(await listed(supervisor, 'danger')).toEqual([])
    expect(await marks()).toEqual([true, true])
    await event(merged.id, 'control-room-told')
    expect(await marks()).toEqual([false, false])
  })

  it('counts what a case merged into another waits for with the one it goes on in, and who wrote after the end', async () => {
    const [onward, merged] = [await arrived(), await arrived()]
    await ownerDb().case.update({
      where: { id: merged.id },
      data: { goesOnInId: onward.id, dangerAt: at, lastMessageFrom: 'reporter', lastMessageAt: at },
    })
    const ended = { status: 'closed', closedAt: at, lastMessageFrom: 'reporter', lastMessageAt: at }
    const closed = await arrived({ status: 'closed' }, ended)
    expect(await listed(supervisor, 'danger')).toEqual([onward.reference])
    const waiting = await listed(supervisor, 'answer-waited')
    expect(waiting.toSorted()).toEqual([onward.reference, closed.reference].toSorted())
    expect(await counts(supervisor)).toMatchObject({ danger: 1, 'answer-waited': 2, open: 1 })
  })

  it('has no promise without an attempt of whoever was written to', async () => {
    const row = await arrived({}, { promisedBy: hours(-1) })
    expect(await listed(supervisor, 'no-attempt')).toEqual([row.reference])
    await ownerDb().caseClock.updateMany({
      where: { caseId: row.id, kind: 'first-contact' },
      data: { endedAt: hours(-2), outcome: 'kept' },
    })
    expect(await listed(supervisor, 'no-attempt')).toEqual([])
  })

  it('is counted by district, of what somebody may see and is theirs', async () => {
    await arrived({}, { dangerAt: at })
    await arrived({ district: beside }, { dangerAt: at, assigneeId: null })
    await arrived({ district: null }, { dangerAt: at })
    await arrived({}, { dangerAt: at, restricted: true })
    await arrived({}, { dangerAt: at, conflictedIds: [supervisor.id] })
    const all = await asOf(at, () => countWork(supervisor))
    expect([home, beside, nowhere].map((place) => all.get(place)?.danger)).toEqual([1, 1, 1])
    expect(await listed(supervisor, 'danger', { district: home })).toHaveLength(1)
    const own = await asOf(at, () => countWork(holder, 'mine'))
    expect(sumOf(own.values()).danger).toBe(3)
    expect(await listed(holder, 'danger', { holder: 'mine' })).toHaveLength(3)
  })
})

describe('what a record is told of for', () => {
  const refused = { approved: false }
  const waiting = { approved: null, decidedAt: null }
  const open = { untilDay: null }

  it.each<[string, WorkSet, boolean, () => Promise<{ readonly reference: string }>]>([
    ['no strand', 'no-strand', true, () => arrived({}, { kind: 'report', strands: [] })],
    [
      'none, of a request that has none',
      'no-strand',
      false,
      () => arrived({}, { kind: 'liaison-request', strands: [] }),
    ],
    ['a strand', 'no-strand', false, () => arrived({}, { strands: ['disability'] })],
    ['no district', 'no-district', true, () => arrived({ district: null })],
    ['a district', 'no-district', false, () => arrived({ district: beside })],
    ['no contact for a week', 'no-contact', true, () => arrived({ receivedAt: days(-7.01) })],
    ['no contact for less', 'no-contact', false, () => arrived({ receivedAt: days(-6.99) })],
    [
      'none, once it is over',
      'no-contact',
      false,
      () => arrived({ receivedAt: days(-8), status: 'closed' }, { closedAt: at }),
    ],
    ['a promise that is over', 'no-attempt', true, () => arrived({}, { promisedBy: hours(-0.01) })],
    ['a promise to come', 'no-attempt', false, () => arrived({}, { promisedBy: hours(0.01) })],
    ['a crime that was said', 'no-crime', false, () => closedAs('crime', crimeSaid)],
    ['none that was said', 'no-crime', true, () => closedAs('crime', noneSaid)],
    ['one that is erased', 'no-crime', false, () => closedAs('crime', { erasedAt: at })],
    ['another ending', 'no-crime', false, () => closedAs('advice')],
    ['a crime of long ago', 'no-crime', false, () => closedAs('crime', { closedAt: days(-29) })],
    ['an ending of the day before', 'against-rules', true, () => endedAs({}, '2026-05-31T22:59:00Z')],
    ['an ending of the first day', 'against-rules', false, () => endedAs({}, '2026-05-31T23:01:00Z')],
    ['an ending of the last day', 'against-rules', false, () => endedAs({}, '2026-06-02T22:59:00Z')],
    ['an ending of the day after', 'against-rules', true, () => endedAs({}, '2026-06-02T23:01:00Z')],
    ['an ending that holds on', 'against-rules', false, () => endedAs(open, '2026-06-07T12:00:00Z')],
    ['an ending that was refused', 'against-rules', true, () => endedAs(refused, '2026-06-02T12:00:00Z')],
    ['an ending that waited', 'against-rules', true, () => endedAs(waiting, '2026-06-02T12:00:00Z')],
    [
      'an ending of another kind',
      'against-rules',
      true,
      () => endedAs({ kinds: ['liaison-request'] }, '2026-06-02T12:00:00Z'),
    ],
    [
      'an ending of long ago',
      'against-rules',
      false,
      () => endedAs({ fromDay: at, ...open }, '2026-05-11T09:00:00Z'),
    ],
    [
      'an ending of 28 days',
      'against-rules',
      true,
      () => endedAs({ fromDay: at, ...open }, '2026-05-11T11:00:00Z'),
    ],
    [
      'one that is open again',
      'against-rules',
      false,
      () => endedAs({}, '2026-06-03T12:00:00Z', { status: 'in-progress' }),
    ],
  ])('%s (%s: %s)', async (_, set, isIn, make) => {
    const { reference } = await make()
    expect((await listed(supervisor, set)).includes(reference)).toBe(isIn)
    expect((await counts(supervisor))[set]).toBe(isIn ? 1 : 0)
  })

  it.each(['contact-recorded', 'message-sent', 'letter-written'])('no contact until %s', async (type) => {
    const row = await arrived({ receivedAt: days(-8) })
    expect(await listed(supervisor, 'no-contact')).toEqual([row.reference])
    await event(row.id, type)
    expect(await listed(supervisor, 'no-contact')).toEqual([])
  })

  it('closing that was refused, until it is asked for again', async () => {
    const { id, reference } = await arrived()
    const ask = async (askedAt: Date, answer: object) =>
      ownerDb().closureRequest.create({
        data: {
          ...{
            id: (await event(id, 'noted')).id,
            caseId: id,
            askedById: holder.id,
            askedAt,
            disposition: 'advice',
          },
          ...answer,
        },
      })
    await ask(hours(-5), { decidedAt: hours(-4), decidedById: supervisor.id, outcome: 'refused' })
    expect(await listed(supervisor, 'closing-returned')).toEqual([reference])
    await ask(hours(-3), {})
    expect(await listed(supervisor, 'closing-returned')).toEqual([])
  })
})

describe('who carries how much', () => {
  it('counts what is late of the same cases as what somebody holds or is asked to take', async () => {
    await ownerDb().officer.create({
      data: {
        id: randomUUID(),
        accountId: holder.id,
        districts: [home],
        languages: [],
        openLimit: 5,
        active: true,
      },
    })
    const own = async () => {
      const officer = (await asOf(at, () => loadRota(supervisor))).find(
        ({ accountId }) => accountId === holder.id,
      )
      const late = await asOf(at, () => lateOfEach(supervisor))
      return [officer?.openCases, late.get(holder.id) ?? 0]
    }
    const offered = { assigneeId: null, offeredToId: holder.id, offeredAt: at }
    const held = await arrived()
    const asked = await arrived({ status: 'new' }, offered)
    expect(await own()).toEqual([2, 0])
    await due(asked.id, hours(-1))
    expect(await own()).toEqual([2, 1])
    await due(held.id, hours(-1))
    expect(await own()).toEqual([2, 2])
    await ownerDb().case.update({ where: { id: asked.id }, data: { offeredToId: null, offeredAt: null } })
    expect(await own()).toEqual([1, 1])
  })
})

describe('the attempts of the last days', () => {
  it('are those of a district, or of cases of which none is known, where that is asked', async () => {
    const attempt = async (district: string | null, result: string, ago = -1) => {
      const { id } = await arrived({ district })
      await event(id, 'contact-recorded', { detail: { result }, at: days(ago) })
    }
    await ownerDb().caseEvent.deleteMany({ where: { type: 'contact-recorded' } })
    await attempt(home, 'reached')
    await attempt(home, 'reached')
    await attempt(home, 'reached', -7.1)
    await attempt(beside, 'no-answer')
    await attempt(null, 'no-answer')
    const read = (place: string | null) => asOf(at, () => recentAttempts(supervisor, place))
    const [reached, missed] = [
      { result: 'reached', count: 2 },
      (count: number) => ({ result: 'no-answer', count }),
    ]
    expect(await read(null)).toEqual([missed(2), reached])
    expect(await read(home)).toEqual([reached])
    expect(await read(beside)).toEqual([missed(1)])
    expect(await read(nowhere)).toEqual([missed(1)])
  })
})
