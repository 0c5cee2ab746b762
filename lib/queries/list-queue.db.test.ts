import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { takeCase } from '@/lib/commands/take-case'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { noAnswers } from '@/lib/domain/offers/answers-in'
import type { Actor } from '@/lib/domain/policy'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { createKeys } from '@/lib/sealing/create-keys'
import { countQueue } from './count-queue'
import { listQueue } from './list-queue'
import { loadRota } from './load-rota'
import { suggestOfficers } from './suggest-officers'

const { home, beside } = seedDistricts(currentForce())
const officer: Actor = {
  ...{ id: seedId('account', 'officer@example.test'), name: 'Rowan', role: 'liaison-officer' },
  districts: [home, beside],
}
const supervisor: Actor = {
  ...{ id: seedId('account', 'supervisor@example.test'), name: 'Helen', role: 'supervisor', districts: [] },
}
/** Other tests share the database: one page must hold all their cases too. */
const everything = 10_000
let urgent = ''
let everyday = ''
let later = ''

beforeAll(async () => {
  if (!existsSync(env().KEY_DIR)) await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
  const low = everydayCases.find(
    ({ district, answers }) => district === 'home' && answers.seenAs !== undefined,
  )
  if (urgentCases[0] === undefined || low === undefined) throw new Error('no case')
  // Other tests leave cases that came in a flood.
  await ownerDb().case.updateMany({ where: { slowLane: true }, data: { slowLane: false } })
  everyday = await sendCase(low)
  later = await sendCase(low)
  // Two that come in on one day can be promised the same minute.
  const promisedBy = new Date(Date.now() + 300 * 86_400_000)
  await ownerDb().case.update({ where: { reference: later }, data: { promisedBy } })
  urgent = await sendCase(urgentCases[0])
})

const listed = async (actor: Actor, filters: Partial<QueueFilters> = {}) => {
  const { rows } = await listQueue(actor, { page: 1, ...filters }, everything)
  return rows.map(({ reference }) => reference)
}

describe('the queue', () => {
  it('lists what came in a flood behind the rest of its risk, and what is urgent where it belongs', async () => {
    const before = await listed(supervisor)
    expect(before.indexOf(everyday)).toBeLessThan(before.indexOf(later))
    const flooded = (reference: string, slowLane: boolean) =>
      ownerDb().case.update({ where: { reference }, data: { slowLane } })
    await flooded(everyday, true)
    await flooded(urgent, true)
    try {
      const { rows } = await listQueue(supervisor, { page: 1 }, everything)
      const now = rows.map(({ reference }) => reference)
      expect(now.indexOf(later)).toBeLessThan(now.indexOf(everyday))
      const sameRisk = rows.filter(({ risk }) => risk === rows[now.indexOf(everyday)]?.risk)
      expect(sameRisk.at(-1)?.reference).toBe(everyday)
      expect(now.indexOf(urgent)).toBe(before.indexOf(urgent))
      expect(await listed(supervisor, { lane: 'slow' })).toEqual([urgent, everyday])
      expect(await listed(supervisor, { lane: 'usual' })).not.toContain(everyday)
    } finally {
      await flooded(everyday, false)
      await flooded(urgent, false)
    }
  })

  it('has danger first, then the highest risk, and within a risk the nearest promise', async () => {
    // Whom somebody is to ring is another's order: other tests have such cases.
    const { rows: all } = await listQueue(supervisor, { page: 1 }, everything)
    const rows = all.filter(({ callBack }) => callBack === null)
    const order = rows.map(({ dangerAt, risk, slowLane, promisedBy }) => {
      const rank = ['high', 'medium', 'low'].indexOf(risk)
      return [Number(dangerAt === null), rank, Number(slowLane && rank > 0), promisedBy.getTime()]
    })
    const sorted = [...order].sort(
      ([a = 0, b = 0, c = 0, d = 0], [e = 0, f = 0, g = 0, h = 0]) => a - e || b - f || c - g || d - h,
    )
    expect(order).toEqual(sorted)
    const mine = await listed(officer)
    expect(mine.indexOf(urgent)).toBeLessThan(mine.indexOf(everyday))
  })

  it.each([
    [{ district: home }, true],
    [{ district: beside }, false],
    [{ risk: 'high' }, true],
    [{ risk: 'low' }, false],
    [{ kind: 'report' }, true],
    [{ kind: 'liaison-request' }, false],
    [{ strand: 'transgender-identity' }, true],
    [{ strand: 'disability' }, false],
    [{ status: 'new' }, true],
    [{ status: 'closed' }, false],
    [{ holder: 'nobody' }, true],
    [{ holder: 'mine' }, false],
    [{ find: '%' }, false],
    [{ find: '_' }, false],
    [{ find: "' OR true --" }, false],
    [{ page: 2000 }, false],
  ] as const)('with %j has the urgent case: %s', async (filters, there) => {
    expect((await listed(supervisor, filters)).includes(urgent)).toBe(there)
  })

  it('finds part of a reference in any case', async () => {
    expect(await listed(officer, { find: urgent.slice(3).toLowerCase() })).toEqual([urgent])
  })

  it('counts what is open, mine, nobody’s and late, whatever the filters', async () => {
    const before = (await listQueue(officer, { page: 1 }, everything)).counts
    await takeCase(officer, { reference: everyday, version: 1 })
    const after = (await listQueue(officer, { page: 1, risk: 'high' })).counts
    expect(after).toMatchObject({ open: before.open, mine: before.mine + 1, nobody: before.nobody - 1 })
  })

  it.each([
    ['first-contact', {}, 1],
    ['next-update', {}, 1],
    ['next-update', { pausedAt: new Date(), pause: 'awaiting-reporter', dueAt: null }, 0],
    ['next-update', { endedAt: new Date(), outcome: 'late' }, 0],
    ['review', {}, 0],
  ] as const)('counts a case as late by its %s with %j: %s', async (kind, more, count) => {
    const { id: caseId } = await ownerDb().case.findUniqueOrThrow({ where: { reference: later } })
    const own = await ownerDb().caseClock.findMany({ where: { caseId } })
    const late = async () => (await countQueue(supervisor)).late
    const before = await late()
    await ownerDb().caseClock.deleteMany({ where: { caseId } })
    const [startedAt, dueAt] = [new Date(Date.now() - 7_200_000), new Date(Date.now() - 3_600_000)]
    const clock = { id: randomUUID(), caseId, kind, startedAt, dueAt, beyondTarget: false, ...more }
    try {
      await ownerDb().caseClock.create({ data: clock })
      expect((await late()) - before).toBe(count)
      const { counts } = await listQueue(supervisor, { page: 1 }, 1)
      expect(counts.late).toBe(await late())
    } finally {
      await ownerDb().caseClock.deleteMany({ where: { caseId } })
      await ownerDb().caseClock.createMany({ data: own })
    }
  })
})

describe('suggested officers', () => {
  it('come from the rota as it is: the district’s first, with what they hold', async () => {
    const rota = await loadRota(officer)
    const facts = {
      district: home,
      ...{ strands: [], riskRules: [] },
      languages: [],
      excludedDistricts: [],
      ...{ conflictedIds: [], possibleConflictIds: [], offeredToId: null, ...noAnswers },
      restricted: false,
    }
    const [first] = suggestOfficers(facts, rota).candidates
    expect(first?.tier).toBe('district')
    const me = rota.find(({ accountId }) => accountId === officer.id)
    expect(me?.openCases).toBeGreaterThan(0)
    expect(me?.lastAssignedAt).not.toBeNull()
    expect(me?.shifts.length).toBeGreaterThan(10)
  })
})
