import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it } from 'vitest'
import { demonstrationOfficer } from '../../e2e/factories/demonstration-officer'
import { keptTallies, plainTallies } from '../../e2e/factories/plain-tallies'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { ownDatabase } from '../../scripts/testing/own-database'
import { checkFigures } from '../figures/check-figures'
import { rebuildFigures } from '../figures/rebuild-figures'
import { seedMany } from './seed-many'

// All cases of the force are counted and compared: these alone.
await ownDatabase()

const until = Temporal.ZonedDateTime.from('2026-11-22T12:00[Europe/London]')
const said: string[] = []
const seed = (cases: number, number: number) =>
  asOf(new Date(until.epochMilliseconds), () =>
    seedMany({ cases, seed: number, until, say: (line) => said.push(line) }),
  )
const silent = () => undefined

beforeAll(async () => {
  await demonstrationOfficer('many-0@example.test', 'stevenage')
  await demonstrationOfficer('many-1@example.test', 'watford')
  await seed(1_000, 7)
})

describe('a thousand cases', () => {
  it('are there with their histories, and say how far it was', async () => {
    const [cases, clocks, events] = await Promise.all([
      ownerDb().case.count(),
      ownerDb().caseClock.count({ where: { kind: 'first-contact' } }),
      ownerDb().caseEvent.count({ where: { type: 'received' } }),
    ])
    expect([cases, clocks, events]).toEqual([1_000, 1_000, 1_000])
    expect(await ownerDb().case.count({ where: { offenceGroup: 'public-order' } })).toBeGreaterThan(50)
    expect(said.at(-1)).toMatch(/^Figures are counted/u)
    expect(await ownerDb().case.count({ where: { status: { not: 'closed' } } })).toBeGreaterThan(0)
  })

  it('are counted, and the counts are those of a full count', async () => {
    expect(new Map([...(await keptTallies())].sort())).toEqual(
      new Map([...(await plainTallies(currentForce()))].sort()),
    )
    expect(await checkFigures(silent)).toMatchObject({ wrong: [], corrected: [] })
  })

  it('set off what changes a case from then on, as other cases do', async () => {
    const one = await ownerDb().case.findFirstOrThrow({ where: { closedAt: null } })
    await ownerDb().case.update({ where: { id: one.id }, data: { district: 'dacorum', riskRank: 0 } })
    expect(await ownerDb().figureTouched.count()).toBeGreaterThan(0)
    expect(await checkFigures(silent)).toMatchObject({ wrong: [] })
    expect(await rebuildFigures(silent)).toBeGreaterThan(0)
    expect(await checkFigures(silent)).toMatchObject({ wrong: [] })
  })

  it('are not made twice of one seed, and others stand beside them', async () => {
    await expect(seed(1_000, 7)).rejects.toThrow(/there already/u)
    expect(await ownerDb().case.count()).toBe(1_000)
    const before = await ownerDb().figure.count()
    expect(before).toBeGreaterThan(1_000)
    await seed(50, 8)
    expect(await ownerDb().case.count()).toBe(1_050)
    // Their past is told with the others’.
    expect(await asOf(new Date(until.epochMilliseconds), () => checkFigures(silent))).toMatchObject({
      ...{ wrong: [], corrected: [], misprinted: 0 },
    })
  })

  it.each([0, -1, 1.5, Number.NaN, 5_000_001])('are not %s', async (cases) => {
    await expect(seed(cases, 1)).rejects.toThrow(/Say how many/u)
  })
})
