import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { demonstrationOfficer } from '../../e2e/factories/demonstration-officer'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { PlannedCase } from '../../e2e/factories/parity-rows'
import { plainCount } from '../../e2e/factories/plain-counts'
import { chance } from '../../scripts/testing/figures/chance'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { casesBehind } from '@/lib/domain/figures/cases-behind'
import { strandDimensions } from '@/lib/domain/figures/measures'
import type { Filter, Question } from '@/lib/domain/figures/question'
import { addMonths } from '@/lib/domain/figures/statistics-year'
import { valuesOf } from '@/lib/domain/figures/values'
import type { Actor } from '@/lib/domain/policy'
import { readFilters } from '@/lib/domain/queue-filters'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { monitoredStrands } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { seedMany } from '@/prisma/many/seed-many'
import { listQueue } from './list-queue'

// Lists are compared with a count of all there is.
await ownDatabase()

const force = currentForce()
const [home = '', beside = ''] = force.districts.map(({ id }) => id)
const until = Temporal.ZonedDateTime.from('2026-11-22T12:00[Europe/London]')
const at = new Date(until.epochMilliseconds)
const known = {
  districts: force.districts.map(({ id }) => id),
  strands: [...monitoredStrands, ...force.extraStrands],
  dispositions: valuesOf('disposition', force),
  thisMonth: '2026-11',
}

async function person(role: Role, districts: readonly string[] = []): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts: [...districts], languages: [], openLimit: 5 },
    })
  return { id, name: 'Test', role, districts: [...districts] }
}

let supervisor: Actor
beforeAll(async () => {
  supervisor = await person('supervisor')
  await demonstrationOfficer('list@example.test', home)
  await asOf(at, () => seedMany({ cases: 3_000, seed: 5, until, say: () => undefined }))
}, 120_000)

const listed = async (actor: Actor, filters: Partial<QueueFilters>) =>
  (await asOf(at, () => listQueue(actor, { page: 1, ...filters }, 10_000))).rows.map(
    ({ reference }) => reference,
  )

const random = chance(3)
const below = (limit: number) => Math.floor(random() * limit)
const one = <T>(list: readonly T[]): T => list[below(list.length)] as T

/** What can be listed by when it was, and what is told of that alone. */
const listedMeasures = [
  ['received', null],
  ['promised', 'outcome'],
  ['closed', 'disposition'],
] as const

/** As a cell of some table asks: of some months, and of values at once that the queue can be narrowed to. */
function randomQuestion(own: 'outcome' | 'disposition' | null): Question {
  const from = addMonths('2017-04', below(110))
  const of = (dimension: Filter['dimension']): Filter => ({
    dimension,
    value: dimension.startsWith('strand:') ? 'yes' : one(valuesOf(dimension, force)),
  })
  const facts = ['district', 'kind', 'channel', 'risk', one(strandDimensions(force))] as const
  const some = own === null ? facts : [...facts, own]
  const filters = some.filter(() => random() < 0.3).map(of)
  return { from, to: addMonths(from, below(6)), filters }
}

describe('the cases of some months', () => {
  it(
    'are exactly those that a number counts, for whoever may see all of them',
    { timeout: 240_000 },
    async () => {
      const found = { received: 0, promised: 0, closed: 0 }
      for (let left = 120; left > 0; left -= 1) {
        const [measure, own] = one(listedMeasures)
        const question = randomQuestion(own)
        const count = await plainCount(question, measure)
        const query = casesBehind(question, measure, { shown: true, count: count + 1 }, known)
        const filters = readFilters(Object.fromEntries(new URLSearchParams(query ?? '')), known)
        const { total } = await asOf(at, () => listQueue(supervisor, filters, 1))
        expect({ query, total }).toEqual({ query, total: count })
        found[measure] += count
      }
      // None of each would be no way to agree.
      for (const count of Object.values(found)) expect(count).toBeGreaterThan(300)
    },
  )

  it('begin and end at midnight by the clocks of the force, in summer an hour earlier', async () => {
    const [last, first, summer] = await came(
      { receivedAt: new Date('2026-02-28T23:59:59.999Z') },
      { receivedAt: new Date('2026-03-01T00:00:00Z') },
      { receivedAt: new Date('2026-03-31T22:59:59.999Z') },
    )
    const [april] = await came({ receivedAt: new Date('2026-03-31T23:00:00Z') })
    const ours = [last, first, summer, april]
    const inMonths = async (from: string, end = from) =>
      (await listed(supervisor, { from, until: end })).filter((reference) => ours.includes(reference))
    expect(await inMonths('2026-02')).toEqual([last])
    expect((await inMonths('2026-03')).sort()).toEqual([first, summer].sort())
    expect(await inMonths('2026-04')).toEqual([april])
    expect((await inMonths('2026-02', '2026-04')).sort()).toEqual([...ours].sort())
  })

  it('are of every status, whoever put them off, but for those that are sealed or go on in another', async () => {
    const march = { from: '2026-03', until: '2026-03' }
    const receivedAt = new Date('2026-03-10T12:00:00Z')
    const [open = '', closed = '', sealed = '', merged = ''] = await came(
      { receivedAt, status: 'in-progress' },
      { receivedAt, status: 'closed' },
      { receivedAt, restricted: true, namedIds: [supervisor.id] },
      { receivedAt, status: 'closed' },
    )
    const { id } = await ownerDb().case.findUniqueOrThrow({ where: { reference: open } })
    await ownerDb().case.update({ where: { reference: merged }, data: { goesOnInId: id } })
    await ownerDb().caseEvent.deleteMany({ where: { caseId: id } })
    await ownerDb().case.update({ where: { id }, data: { lastMessageFrom: null } })
    const later = new Date(at.getTime() + 86_400_000)
    // Nothing brings it back.
    await ownerDb().caseClock.updateMany({ where: { caseId: id }, data: { endedAt: at, outcome: 'kept' } })
    await ownerDb().caseSnooze.create({
      data: { caseId: id, accountId: supervisor.id, madeAt: at, until: later, reason: 'other-work' },
    })
    expect(await listed(supervisor, {})).not.toContain(open)
    const all = await listed(supervisor, march)
    expect([open, closed, sealed, merged].map((each) => all.includes(each))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(await listed(supervisor, { ...march, status: 'closed' })).toContain(closed)
    expect(await listed(supervisor, { ...march, status: 'closed' })).not.toContain(open)
    expect(await listed(supervisor, { ...march, snoozed: 'yes' })).toEqual([open])
    expect(await listed(supervisor, { ...march, sealed: 'yes' })).toContain(sealed)
  })
})

describe('a list that somebody passes on', () => {
  const months = { from: '2026-01', until: '2026-01' }
  const receivedAt = new Date('2026-01-20T12:00:00Z')

  it('shows whoever follows it what they may see themselves', async () => {
    const [near = '', far = '', left = ''] = await came(
      { receivedAt, district: home, status: 'closed' },
      { receivedAt, district: beside, status: 'closed' },
      { receivedAt, district: home, status: 'closed', excludedDistricts: [home] },
    )
    const [officer, other] = [
      await person('liaison-officer', [home]),
      await person('liaison-officer', [beside]),
    ]
    const [handler, auditor] = [await person('call-handler'), await person('auditor')]
    const ours = async (actor: Actor, more: Partial<QueueFilters> = {}) =>
      (await listed(actor, { ...months, ...more })).filter((each) => [near, far, left].includes(each))
    expect((await ours(supervisor)).sort()).toEqual([near, far, left].sort())
    expect(await ours(officer)).toEqual([near])
    expect(await ours(officer, { district: beside })).toEqual([])
    expect((await ours(other)).sort()).toEqual([far])
    expect([await ours(handler), await ours(auditor)]).toEqual([[], []])
  })

  it('shows whose rights changed since what they may see now', async () => {
    const [near = '', far = ''] = await came(
      { receivedAt, district: home, status: 'closed' },
      { receivedAt, district: beside, status: 'closed' },
    )
    const officer = await person('liaison-officer', [home])
    const ours = async (actor: Actor) =>
      (await listed(actor, months)).filter((each) => [near, far].includes(each))
    expect(await ours(officer)).toEqual([near])
    await ownerDb().officer.update({ where: { accountId: officer.id }, data: { districts: [beside] } })
    expect(await ours({ ...officer, districts: [beside] })).toEqual([far])
    // Whoever still asked as they were before is held by the database.
    expect(await ours(officer)).toEqual([])
    await ownerDb().case.update({ where: { reference: far }, data: { conflictedIds: [officer.id] } })
    expect(await ours({ ...officer, districts: [beside] })).toEqual([])
  })
})

let number = 0
/** Cases with these facts, in their order: their references. */
async function came(...all: readonly Partial<PlannedCase>[]): Promise<string[]> {
  const rows = all.map((facts) => {
    number += 1
    return parityRow(`HC-R${String(number).padStart(3, '0')}-0000`, {
      ...{ district: home, status: 'in-progress', assigneeId: null, recordedById: null, receivedAt: at },
      ...{ restricted: false, excludedDistricts: [], namesExclusion: false, ...facts },
    })
  })
  await storeParityRows(rows)
  return rows.map(({ reference }) => reference)
}
