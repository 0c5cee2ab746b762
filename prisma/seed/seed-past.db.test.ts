import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { demonstrationOfficer } from '../../e2e/factories/demonstration-officer'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { strandDimensions } from '@/lib/domain/figures/measures'
import { addMonths, monthOf } from '@/lib/domain/figures/statistics-year'
import { isOfClosed, workSets } from '@/lib/domain/work-sets'
import { openSubmission } from '@/lib/queries/open-submission'
import { isInSet } from '@/lib/queries/work-set'
import { ownDatabase } from '../../scripts/testing/own-database'
import { checkFigures } from '../figures/check-figures'
import { seedId } from './seed-accounts'
import { pastMonths, seedPast } from './seed-past'

// All cases of the force are counted: these alone.
await ownDatabase()

const at = new Date('2026-11-22T12:00:00Z')
const seed = () => asOf(at, () => seedPast(at))
const figures = () =>
  ownerDb().figure.findMany({
    omit: { publishedAt: true },
    orderBy: (['measure', 'year', 'firstMonth', 'whole', 'by', 'a', 'b'] as const).map((by) => ({
      [by]: 'asc',
    })),
  })

beforeAll(async () => {
  await demonstrationOfficer('past@example.test', 'watford')
  await seed()
})

describe('the past of a demonstration', () => {
  it('has thousands of cases, none of which is open, opened to anybody, or of a day to come', async () => {
    expect(await ownerDb().case.count()).toBe(34 * 130)
    expect(
      await ownerDb().case.count({ where: { OR: [{ closedAt: null }, { status: { not: 'closed' } }] } }),
    ).toBe(0)
    expect(
      await ownerDb().case.count({ where: { OR: [{ closedAt: { gt: at } }, { receivedAt: { gt: at } }] } }),
    ).toBe(0)
    expect(await ownerDb().sealedField.count()).toBe(0)
  })

  it('tells two whole years, and of most districts, strands and endings how many', async () => {
    const told = (await figures()).filter(({ whole }) => whole)
    expect([...new Set(told.map(({ year }) => year))]).toEqual([2024, 2025])
    for (const by of ['district', 'channel', 'disposition', ...strandDimensions(currentForce())]) {
      const rows = told.filter((row) => row.by === by)
      expect(rows.length, by).toBeGreaterThan(3)
      expect(rows.filter(({ count }) => count !== null).length / rows.length, by).toBeGreaterThan(0.8)
    }
    expect(await asOf(at, () => checkFigures(() => undefined))).toMatchObject({ wrong: [], misprinted: 0 })
  })

  it('tells how cases ended by how they came, and whether what was agreed happened, of nearly all', async () => {
    const told = (await figures()).filter(({ whole, by }) => whole && by === 'channel*disposition')
    const shown = told.flatMap(({ count }) => (count === null ? [] : [count]))
    expect(told.length).toBeGreaterThan(40)
    expect(shown.length / told.length).toBeGreaterThan(0.8)
    const closed = (await figures()).filter(
      ({ whole, by, measure }) => whole && by === 'all' && measure === 'closed',
    )
    const sum = (counts: readonly (number | null)[]) =>
      counts.reduce<number>((all, count) => all + (count ?? 0), 0)
    expect(sum(shown) / sum(closed.map(({ count }) => count))).toBeGreaterThan(0.9)
    const answers = (await figures()).filter(({ whole, by }) => !whole && by === 'answer')
    expect(new Set(answers.map(({ a }) => a))).toEqual(new Set(['yes', 'no']))
    expect(answers.filter(({ count }) => count === null)).toEqual([])
  })

  it.each(workSets)('needs nobody, and of %s there are a few at most', async (set) => {
    const count = async () => {
      const rows = await ownerDb().$queryRaw<
        { count: bigint }[]
      >`SELECT count(*) FROM "case" c WHERE ${isInSet(set)}`
      return Number(rows[0]?.count)
    }
    expect(await asOf(at, count)).toBeLessThanOrEqual(isOfClosed(set) ? 5 : 0)
  })

  it('says of a case that is opened that it was made up, and holds nothing against who looked', async () => {
    const id = seedId('account', 'looks@example.test')
    await ownerDb().account.create({
      data: { id, email: 'looks@example.test', name: 'Somebody', role: 'supervisor', demo: true },
    })
    const actor = { id, name: 'Somebody', role: 'supervisor', districts: [] } as const
    const { reference } = await ownerDb().case.findFirstOrThrow()
    await expect(openSubmission(actor, reference, 'supervision')).rejects.toMatchObject({ code: 'made-up' })
    expect(await ownerDb().auditEvent.count({ where: { action: 'refused', actorId: id } })).toBe(0)
  })

  it('is made once', async () => {
    const [cases, before] = [await ownerDb().case.count(), await figures()]
    await asOf(new Date('2026-12-20T12:00:00Z'), () => seedPast(new Date('2026-12-20T12:00:00Z')))
    expect(await ownerDb().case.count()).toBe(cases)
    expect(await figures()).toEqual(before)
  })

  it('is gone on with where its cases were stored and nothing told', async () => {
    const [cases, before] = [await ownerDb().case.count(), await figures()]
    await ownerDb().figure.deleteMany()
    await ownerDb().figureTally.deleteMany()
    await ownerDb().figureMonth.deleteMany()
    await seed()
    expect(await ownerDb().case.count()).toBe(cases)
    expect(await figures()).toEqual(before)
  })

  it('begins with the months that are never told, before a year that is told whole', () => {
    const force = currentForce()
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        (day) => {
          const months = pastMonths(day, force)
          expect(months).toBeGreaterThanOrEqual(27)
          expect(months).toBeLessThanOrEqual(38)
          expect(addMonths(monthOf(day, force), 3 - months)).toMatch(/-04$/u)
        },
      ),
    )
  })
})
