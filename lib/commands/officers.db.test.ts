import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows } from '@/e2e/factories/parity-rows'
import { retainedCases } from '@/e2e/factories/retained-cases'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import { clientAs } from '@/lib/db/connect'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { getOfficer } from '@/lib/queries/get-officer'
import { listTraining } from '@/lib/queries/list-training'
import { loadRota } from '@/lib/queries/load-rota'
import { ownOfficer } from '@/lib/queries/own-officer'
import { changeOfficer, describeOfficer } from './change-officer'
import type { OfficerSeen } from './on-officer'
import { addTraining, withdrawTraining } from './record-training'
import { sayHandingOver } from './say-handing-over'
import { sayOneMore } from './say-one-more'

const settings = { districts: ['watford', 'stevenage'], openLimit: '4', serving: 'yes' }
const made: string[] = []

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Ada Obi', role } })
  made.push(id)
  return { id, name: 'Ada Obi', role, districts: [] }
}

async function officer(): Promise<{
  readonly actor: Actor
  readonly id: string
  readonly seen: OfficerSeen
}> {
  const actor = await somebody('liaison-officer')
  const id = randomUUID()
  await ownerDb().officer.create({
    data: { id, accountId: actor.id, districts: ['stevenage'], languages: ['en'], openLimit: 3 },
  })
  return { actor, id, seen: { officerId: id, version: 1 } }
}

const rowOf = (id: string) => ownerDb().officer.findUniqueOrThrow({ where: { id } })
const auditOf = async ({ id }: Actor) =>
  (await ownerDb().auditEvent.findMany({ where: { actorId: id }, orderBy: { seq: 'asc' } })).map(
    ({ action, detail }) => ({ action, detail }),
  )

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

let supervisor: Actor
beforeAll(async () => {
  supervisor = await somebody('supervisor')
})
afterAll(async () => {
  await ownerDb().officer.deleteMany({ where: { accountId: { in: made } } })
  await ownerDb().account.updateMany({ where: { id: { in: made } }, data: { active: false } })
})

describe('what a supervisor sets of an officer', () => {
  it('is set, with its row in the audit', async () => {
    const by = await somebody('supervisor')
    const { id, seen, actor } = await officer()
    await changeOfficer(by, seen, settings)
    expect(await rowOf(id)).toMatchObject({
      ...{ districts: ['stevenage', 'watford'], openLimit: 4, active: true, version: 2 },
      languages: ['en'],
    })
    expect(await auditOf(by)).toEqual([
      {
        action: 'officer-changed',
        detail: { account: actor.id, districts: 'stevenage watford', limit: 4, serving: 'yes' },
      },
    ])
  })

  it('of two at once is set by one, and the other is told', async () => {
    const { id, seen } = await officer()
    const [one, other] = await Promise.all([
      codeOf(changeOfficer(supervisor, seen, settings)),
      codeOf(changeOfficer(supervisor, seen, { ...settings, openLimit: '0', serving: '' })),
    ])
    expect([one, other].toSorted()).toEqual(['conflict', 'done'])
    expect((await rowOf(id)).openLimit).toBe(one === 'done' ? 4 : 0)
    expect(await codeOf(changeOfficer(supervisor, seen, settings))).toBe('conflict')
  })

  it.each([
    [{ openLimit: '-1' }],
    [{ openLimit: 'many' }],
    [{ openLimit: '51' }],
    [{ districts: [] }],
    [{ districts: ['merged-away'] }],
  ])('is refused for %j, and nothing is changed', async (change) => {
    const { id, seen } = await officer()
    expect(await codeOf(changeOfficer(supervisor, seen, { ...settings, ...change }))).toBe('invalid')
    expect((await rowOf(id)).version).toBe(1)
  })

  it.each(['triager', 'call-handler', 'administrator', 'auditor', 'liaison-officer'] as const)(
    'is not for a %s, and the try is in the audit',
    async (role) => {
      const by = await somebody(role)
      const { id, seen } = await officer()
      expect(await codeOf(changeOfficer(by, seen, settings))).toBe('forbidden')
      expect((await rowOf(id)).version).toBe(1)
      expect(await auditOf(by)).toEqual([
        { action: 'refused', detail: { attempted: 'change-officer', code: 'forbidden' } },
      ])
    },
  )

  it('is not for the officer themselves', async () => {
    const { actor, id, seen } = await officer()
    expect(await codeOf(changeOfficer(actor, seen, settings))).toBe('forbidden')
    expect(
      await codeOf(
        addTraining(actor, seen, { topic: 'hate-crime', completedOn: '2026-01-01', heldWith: [] }),
      ),
    ).toBe('forbidden')
    expect((await rowOf(id)).version).toBe(1)
  })

  it('is not there for somebody who is no liaison officer any more, or at no id', async () => {
    const { actor, id, seen } = await officer()
    await ownerDb().account.update({ where: { id: actor.id }, data: { role: 'triager' } })
    expect(await codeOf(changeOfficer(supervisor, seen, settings))).toBe('not-found')
    expect(await codeOf(getOfficer(supervisor, id))).toBe('not-found')
    for (const officerId of [randomUUID(), 'me', '']) {
      expect(await codeOf(changeOfficer(supervisor, { officerId, version: 1 }, settings))).toBe('not-found')
      expect(await codeOf(getOfficer(supervisor, officerId))).toBe('not-found')
    }
  })
})

describe("an officer's own word", () => {
  const word = { languages: ['pl', 'en'], specialisms: ['young-people'] }

  it('is theirs to give, and a supervisor’s for them; nobody else’s', async () => {
    const { actor, id, seen } = await officer()
    await describeOfficer(actor, seen, word)
    expect(await rowOf(id)).toMatchObject({
      languages: ['en', 'pl'],
      specialisms: ['young-people'],
      version: 2,
    })
    await describeOfficer(supervisor, { ...seen, version: 2 }, { languages: [], specialisms: [] })
    const another = await officer()
    expect(await codeOf(describeOfficer(another.actor, { ...seen, version: 3 }, word))).toBe('forbidden')
    expect((await rowOf(id)).version).toBe(3)
  })

  it('that they can take one more is used up by the next case they are given', async () => {
    const { actor, id, seen } = await officer()
    await sayOneMore(actor, seen, true)
    expect((await getOfficer(actor, id)).oneMore).toBe(true)
    expect((await loadRota(supervisor)).find((one) => one.id === id)?.oneMore).toBe(true)
    const [one] = await retainedCases([new Date('2001-03-01T09:00:00Z')])
    if (one === undefined) throw new Error('No case was made')
    await ownerDb().case.update({ where: { id: one.id }, data: { assigneeId: actor.id } })
    expect(await rowOf(id)).toMatchObject({ oneMoreAt: null, version: 2 })
    await sayOneMore(actor, { ...seen, version: 2 }, true)
    await ownerDb().case.update({ where: { id: one.id }, data: { version: 7 } })
    expect((await rowOf(id)).oneMoreAt).not.toBeNull()
    await dropParityRows([one])
  })

  it('said twice is said once, and can be taken back', async () => {
    const { actor, id, seen } = await officer()
    await sayOneMore(actor, seen, true)
    await sayOneMore(actor, seen, true)
    expect((await rowOf(id)).version).toBe(2)
    await sayOneMore(actor, { ...seen, version: 2 }, false)
    expect(await rowOf(id)).toMatchObject({ oneMoreAt: null, version: 3 })
    expect((await auditOf(actor)).map(({ detail }) => detail)).toEqual([
      { account: actor.id, said: 'yes' },
      { account: actor.id, said: 'no' },
    ])
  })

  it('that they must hand over takes the one more back, and allows none', async () => {
    const { actor, id, seen } = await officer()
    await sayOneMore(actor, seen, true)
    await sayHandingOver(actor, { ...seen, version: 2 }, true)
    const row = await rowOf(id)
    expect([row.oneMoreAt, row.handingOverAt instanceof Date]).toEqual([null, true])
    expect(await codeOf(sayOneMore(actor, { ...seen, version: 3 }, true))).toBe('invalid')
    await sayHandingOver(supervisor, { ...seen, version: 3 }, false)
    expect((await rowOf(id)).handingOverAt).toBeNull()
  })

  it('cannot be one more where they are to hold none', async () => {
    const { actor, id, seen } = await officer()
    await ownerDb().officer.update({ where: { id }, data: { openLimit: 0 } })
    expect(await codeOf(sayOneMore(actor, seen, true))).toBe('invalid')
  })
})

describe('training', () => {
  const course = { topic: 'hate-crime', completedOn: '2026-03-31', heldWith: ['bedfordshire'] }
  const other = { topic: 'liaison-role', completedOn: '2025-02-28', heldWith: [] }
  const untilOf = async (id: string) => (await rowOf(id)).trainingUntil?.toISOString().slice(0, 10) ?? null

  it('is reckoned anew with each record, and with each that is withdrawn', async () => {
    const { id, seen, actor } = await officer()
    const by = await somebody('supervisor')
    await addTraining(by, seen, course)
    expect(await untilOf(id)).toBeNull()
    await addTraining(by, { ...seen, version: 2 }, other)
    expect(await untilOf(id)).toBe('2028-02-28')
    const { training } = await getOfficer(actor, id)
    const wrong = training?.find(({ topic }) => topic === 'hate-crime')
    expect(wrong).toMatchObject({
      completedOn: '2026-03-31',
      expiresOn: '2028-03-31',
      heldWith: ['bedfordshire'],
    })
    await withdrawTraining(by, { ...seen, version: 3 }, wrong?.id ?? '')
    expect(await untilOf(id)).toBeNull()
    expect((await getOfficer(actor, id)).training?.map(({ withdrawn }) => withdrawn)).toEqual([true, false])
    expect(await codeOf(withdrawTraining(by, { ...seen, version: 4 }, wrong?.id ?? ''))).toBe('not-found')
    await addTraining(by, { ...seen, version: 4 }, course)
    expect(await untilOf(id)).toBe('2028-02-28')
    expect((await auditOf(by)).at(0)).toEqual({
      action: 'training-recorded',
      detail: { account: actor.id, topic: 'hate-crime', completed: '2026-03-31', with: 'bedfordshire' },
    })
  })

  it('is recorded once, and only as it can have been', async () => {
    const { id, seen } = await officer()
    await addTraining(supervisor, seen, course)
    const now = { ...seen, version: 2 }
    expect(await codeOf(addTraining(supervisor, now, course))).toBe('exists')
    for (const completedOn of ['2999-01-01', '1999-12-31', '2026-02-30', ''])
      expect(await codeOf(addTraining(supervisor, now, { ...course, completedOn }))).toBe('invalid')
    expect(await codeOf(addTraining(supervisor, seen, other))).toBe('conflict')
    expect(await ownerDb().trainingRecord.count({ where: { officerId: id } })).toBe(1)
    const another = await officer()
    const [record] = await ownerDb().trainingRecord.findMany({ where: { officerId: id } })
    expect(await codeOf(withdrawTraining(supervisor, another.seen, record?.id ?? ''))).toBe('not-found')
  })

  it('is seen in full by the officer and supervisors, and listed for supervisors by the latest course', async () => {
    const { actor, id, seen } = await officer()
    await addTraining(supervisor, seen, { ...course, completedOn: '2020-01-01' })
    await addTraining(supervisor, { ...seen, version: 2 }, course)
    expect(
      await Promise.all([actor, supervisor].map(async (who) => (await getOfficer(who, id)).training?.length)),
    ).toEqual([2, 2])
    for (const role of ['triager', 'liaison-officer', 'administrator'] as const) {
      const who = await somebody(role)
      expect((await getOfficer(who, id)).training).toBeNull()
      expect(await codeOf(listTraining(who))).toBe('forbidden')
    }
    expect((await listTraining(supervisor)).find((one) => one.id === id)?.training).toEqual([
      { topic: 'hate-crime', completedOn: '2026-03-31', expiresOn: '2028-03-31', withdrawn: false },
    ])
    await changeOfficer(supervisor, { ...seen, version: 3 }, { ...settings, serving: '' })
    expect((await listTraining(supervisor)).some((one) => one.id === id)).toBe(false)
  })
})

describe('the database itself', () => {
  const change = (
    actor: Actor,
    id: string,
    data: Parameters<ReturnType<typeof ownerDb>['officer']['updateMany']>[0]['data'],
  ) => asActor(actor, (tx) => tx.officer.updateMany({ where: { id }, data }))

  it.each([
    { districts: ['watford'] },
    { openLimit: 50 },
    { trainingUntil: new Date('2099-01-01') },
    { active: false },
  ])('lets no officer set %j of themselves', async (data) => {
    const { actor, id } = await officer()
    await expect(change(actor, id, data)).rejects.toThrow(/sets this of an officer|not set by officers/u)
    await expect(change(supervisor, id, data)).resolves.toEqual({ count: 1 })
  })

  it('lets an officer change nothing of another, and a triager of nobody', async () => {
    const [one, another] = [await officer(), await officer()]
    const data = { languages: ['pl'] }
    expect(await change(one.actor, another.id, data)).toEqual({ count: 0 })
    expect(await change(await somebody('triager'), another.id, data)).toEqual({ count: 0 })
    expect(await change(one.actor, one.id, data)).toEqual({ count: 1 })
  })

  it('lets nobody make an officer who is trained already', async () => {
    const administrator = await somebody('administrator')
    const { id: accountId } = await somebody('liaison-officer')
    const make = (trainingUntil: Date | null) =>
      asActor(administrator, (tx) =>
        tx.officer.createMany({
          data: {
            id: randomUUID(),
            accountId,
            districts: ['watford'],
            languages: ['en'],
            openLimit: 5,
            trainingUntil,
          },
        }),
      )
    await expect(make(new Date('2099-01-01'))).rejects.toThrow(/record of it/u)
    expect(await make(null)).toEqual({ count: 1 })
  })

  it('lets an administrator set districts with a role, and no limit or training', async () => {
    const { id } = await officer()
    const administrator = await somebody('administrator')
    expect(await change(administrator, id, { districts: ['watford'], active: false })).toEqual({ count: 1 })
    await expect(change(administrator, id, { openLimit: 9 })).rejects.toThrow(/supervisor/u)
  })

  it('wakes routing for what it asks of officers and accounts, and for nothing else', async () => {
    const { actor, id, seen } = await officer()
    const client = clientAs('alongside_staff', env().DATABASE_URL)
    await client.connect()
    let heard = 0
    client.on('notification', () => {
      heard += 1
    })
    const after = async (act: () => Promise<unknown>) => {
      const before = heard
      await act()
      // What was told by then comes with the answer.
      await client.query('SELECT 1')
      return heard - before
    }
    await client.query('LISTEN alongside_routing')
    const account = (data: { readonly name?: string; readonly active?: boolean }) => () =>
      ownerDb().account.update({ where: { id: actor.id }, data })
    expect(await after(() => changeOfficer(supervisor, seen, settings))).toBe(1)
    expect(await after(() => sayOneMore(actor, { ...seen, version: 2 }, true))).toBe(1)
    expect(await after(account({ name: 'Ada Iwu' }))).toBe(0)
    expect(await after(account({ active: false }))).toBe(1)
    expect(await after(() => ownerDb().officer.update({ where: { id }, data: { version: 9 } }))).toBe(0)
    await client.end()
  })
})

it('tells an officer which they are, and everybody else that they are none', async () => {
  const { actor, id } = await officer()
  expect(await ownOfficer(actor)).toBe(id)
  expect(await ownOfficer(supervisor)).toBeNull()
})
