import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureKeys } from '@/e2e/factories/play'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { sendCase } from '@/prisma/seed/seed-cases'
import { asOf } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { mostViews } from '@/lib/domain/own-queue/saved-view'
import type { Actor } from '@/lib/domain/policy'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import type { Role } from '@/lib/domain/words'
import { countQueue } from '@/lib/queries/count-queue'
import { listQueue } from '@/lib/queries/list-queue'
import { ownDesk } from '@/lib/queries/own-desk'
import { ownSnooze } from '@/lib/queries/own-snooze'
import { dropView, keepView, renameView } from './keep-view'
import { noteSeen } from './note-seen'
import { setKeys } from './set-keys'
import { snoozeCase, wakeCase } from './snooze-case'

const hour = 3_600_000
const later = (hours: number) => new Date(Date.now() + hours * hour)

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Somebody', role } })
  return { id, name: 'Somebody', role, districts: [] }
}

/** A case of low risk with nothing due for a month. */
async function calmCase(): Promise<{ id: string; reference: string; version: number }> {
  const low = everydayCases.find(({ answers }) => answers.seenAs !== undefined)
  if (low === undefined) throw new Error('no case')
  const reference = await sendCase(low)
  const { id } = await ownerDb().case.update({
    where: { reference },
    data: { riskRank: 2, riskDecided: 'low' },
  })
  await ownerDb().caseClock.updateMany({ where: { caseId: id }, data: { dueAt: later(30 * 24) } })
  const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id } })
  return { id, reference, version }
}

const put = (actor: Actor, seen: { reference: string; version: number }) =>
  snoozeCase(actor, { ...seen, reason: 'other-work', length: 'week' })
const lists = async (actor: Actor, reference: string, filters: Partial<QueueFilters> = {}) => {
  const { rows } = await listQueue(actor, { page: 1, ...filters }, 10_000)
  return rows.some((row) => row.reference === reference)
}

beforeAll(ensureKeys)

describe('a case that was put off', () => {
  it('is out of one queue and in its own list, and in every other queue', async () => {
    const [mine, other, found] = [
      await somebody('supervisor'),
      await somebody('supervisor'),
      await calmCase(),
    ]
    expect(await put(mine, found)).toBeNull()
    expect(await lists(mine, found.reference)).toBe(false)
    expect(await lists(mine, found.reference, { snoozed: 'yes' })).toBe(true)
    expect((await countQueue(mine)).putOff).toBe(1)
    expect(await ownSnooze(mine, found.id)).toMatchObject({ reason: 'other-work' })
    expect(await lists(other, found.reference)).toBe(true)
    expect(await ownSnooze(other, found.id)).toBeNull()
    await wakeCase(mine, found.reference)
    expect(await lists(mine, found.reference)).toBe(true)
    expect((await countQueue(mine)).putOff).toBe(0)
  })

  it('comes back at its time', async () => {
    const [mine, found] = [await somebody('supervisor'), await calmCase()]
    await put(mine, found)
    expect(await asOf(later(6 * 24), () => lists(mine, found.reference))).toBe(false)
    expect(await asOf(later(8 * 24), () => lists(mine, found.reference))).toBe(true)
  })

  it.each<[string, (caseId: string) => Promise<unknown>]>([
    ['a message', (id) => ownerDb().case.update({ where: { id }, data: { lastMessageFrom: 'reporter' } })],
    ['danger', (id) => ownerDb().case.update({ where: { id }, data: { dangerAt: new Date() } })],
    ['a higher risk', (id) => ownerDb().case.update({ where: { id }, data: { riskRank: 0 } })],
    [
      'its sealing',
      (id) => ownerDb().case.update({ where: { id }, data: { restricted: true, namedIds: [] } }),
    ],
    [
      'something somebody did',
      (caseId) =>
        ownerDb().caseEvent.create({ data: { id: randomUUID(), caseId, at: later(1), type: 'noted' } }),
    ],
    [
      'something due',
      (caseId) => ownerDb().caseClock.updateMany({ where: { caseId }, data: { dueAt: later(24) } }),
    ],
  ])('comes back by %s', async (_what, happen) => {
    const [mine, found] = [await somebody('supervisor'), await calmCase()]
    await put(mine, found)
    await happen(found.id)
    expect(await ownSnooze(mine, found.id)).toBeNull()
  })

  it('stays where it was changed since, or is of high risk, or due by then', async () => {
    const [mine, found] = [await somebody('supervisor'), await calmCase()]
    await expect(put(mine, { ...found, version: found.version + 1 })).rejects.toThrow('conflict')
    await ownerDb().caseClock.updateMany({ where: { caseId: found.id }, data: { dueAt: later(24) } })
    expect(await put(mine, found)).toBe('due-before')
    await ownerDb().case.update({ where: { id: found.id }, data: { riskDecided: 'high', riskRank: 0 } })
    expect(await put(mine, found)).toBe('high-risk')
  })

  it('is nobody’s to put off who may not see it, through the database neither', async () => {
    const [stranger, found] = [await somebody('auditor'), await calmCase()]
    await expect(put(stranger, found)).rejects.toThrow('not-found')
    const row = { caseId: found.id, accountId: stranger.id }
    const times = { madeAt: new Date(), until: later(1), reason: 'other-work' }
    await expect(
      asActor(stranger, (tx) => tx.caseSnooze.create({ data: { ...row, ...times } })),
    ).rejects.toThrow(/row-level security/)
    await expect(
      asActor(stranger, (tx) => tx.caseSeen.create({ data: { ...row, seenAt: new Date() } })),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('a case is new to somebody', () => {
  it('until they have had it open, and again when something comes, but not by what they did', async () => {
    const [mine, other, found] = [
      await somebody('supervisor'),
      await somebody('supervisor'),
      await calmCase(),
    ]
    const isNew = (actor: Actor) => lists(actor, found.reference, { fresh: 'yes' })
    expect(await isNew(mine)).toBe(true)
    await noteSeen(mine, found.id, later(0))
    expect([await isNew(mine), await isNew(other)]).toEqual([false, true])
    const event = (actorId: string) => ({
      id: randomUUID(),
      caseId: found.id,
      at: later(1),
      type: 'noted',
      actorId,
    })
    await ownerDb().caseEvent.create({ data: event(mine.id) })
    expect(await isNew(mine)).toBe(false)
    await ownerDb().caseEvent.create({ data: event(other.id) })
    expect(await isNew(mine)).toBe(true)
    await noteSeen(mine, found.id, later(2))
    await noteSeen(mine, found.id, later(0))
    expect(await isNew(mine)).toBe(false)
    await ownerDb().case.update({
      where: { id: found.id },
      data: { lastMessageFrom: 'reporter', lastMessageAt: later(3) },
    })
    expect(await isNew(mine)).toBe(true)
  })
})

describe('a case that is closed', () => {
  it('is new to nobody, and says when it was closed, until the reporter writes', async () => {
    const [mine, found] = [await somebody('supervisor'), await calmCase()]
    const row = async () => {
      const { rows } = await listQueue(mine, { page: 1, status: 'closed' }, 10_000)
      return rows.find(({ reference }) => reference === found.reference)
    }
    const isListed = () => lists(mine, found.reference, { fresh: 'yes', status: 'closed' })
    const closedAt = later(-1)
    const end = (more: object) =>
      ownerDb().case.update({
        where: { id: found.id },
        data: { status: 'closed', closedAt, disposition: 'advice', ...more },
      })
    await end({ lastMessageFrom: null, lastMessageAt: null })
    expect(await row()).toMatchObject({ isNew: false, closedAt })
    expect(await isListed()).toBe(false)
    await end({ lastMessageFrom: 'reporter', lastMessageAt: later(0) })
    expect(await row()).toMatchObject({ isNew: true, closedAt })
    expect(await isListed()).toBe(true)
    expect(await lists(mine, found.reference)).toBe(true)
    await end({ lastMessageFrom: 'staff' })
    expect(await isListed()).toBe(false)
  })
})

describe('somebody’s own views', () => {
  it('are kept, renamed and taken away by them alone, twenty at most and each name once', async () => {
    const [mine, other] = [await somebody('triager'), await somebody('triager')]
    await keepView(mine, { name: ' Late  ones ', query: 'risk=low' })
    await keepView(other, { name: 'Late ones', query: '' })
    await expect(keepView(mine, { name: 'Late ones', query: '' })).rejects.toThrow('exists')
    await expect(keepView(mine, { name: ' ', query: '' })).rejects.toThrow('invalid')
    const [view] = (await ownDesk(mine)).views
    expect(view).toMatchObject({ name: 'Late ones', query: 'risk=low' })
    const id = view?.id ?? ''
    await expect(renameView(other, { id, name: 'Mine now' })).rejects.toThrow('not-found')
    await dropView(other, id)
    await renameView(mine, { id, name: 'Low' })
    await keepView(mine, { name: 'Late ones', query: '' })
    await expect(renameView(mine, { id, name: 'Late ones' })).rejects.toThrow('exists')
    for (let count = 2; count < mostViews; count += 1)
      await keepView(mine, { name: String(count), query: '' })
    await expect(keepView(mine, { name: 'One more', query: '' })).rejects.toThrow('too-many')
    await dropView(mine, id)
    expect((await ownDesk(mine)).views).toHaveLength(mostViews - 1)
    expect((await ownDesk(other)).views).toHaveLength(1)
  })

  it('come with whether keys act for them', async () => {
    const mine = await somebody('triager')
    expect((await ownDesk(mine)).keys).toBe(true)
    await setKeys(mine, false)
    expect((await ownDesk(mine)).keys).toBe(false)
  })
})
