import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { demonstrationOfficer } from '../../e2e/factories/demonstration-officer'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { plainTallies } from '../../e2e/factories/plain-tallies'
import { asOf } from '@/lib/adapters/clock'
import { freezeFigures, frozenFigures } from '@/lib/commands/figures/freeze-figures'
import type * as freezing from '@/lib/commands/figures/freeze-figures'
import { currentForce } from '@/lib/config/current-force'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { checkFigures } from '../../prisma/figures/check-figures'
import { rebuildFigures } from '../../prisma/figures/rebuild-figures'
import { seedMany } from '../../prisma/many/seed-many'
import { ownDatabase } from '../../scripts/testing/own-database'
import { releaseFigures } from './release-figures'

/** Another process, which freezes the same months a moment before. */
const other = vi.hoisted(() => ({ freezesFirst: false }))
vi.mock('@/lib/commands/figures/freeze-figures', async (original) => {
  const real = await original<typeof freezing>()
  const freeze: typeof real.freezeFigures = async (months) => {
    if (other.freezesFirst) {
      other.freezesFirst = false
      await real.freezeFigures(months)
    }
    await real.freezeFigures(months)
  }
  return { ...real, freezeFigures: freeze }
})

// All that is counted of the force is published: these cases alone.
await ownDatabase()

const silent = () => undefined
const on = (day: string) => new Date(`${day}T12:00:00Z`)
const releaseOn = (day: string) => asOf(on(day), releaseFigures)
const published = () =>
  ownerDb().figure.findMany({
    orderBy: [
      ...(['measure', 'by', 'year', 'whole', 'firstMonth', 'lastMonth', 'a', 'b'] as const).map((column) => ({
        [column]: 'asc' as const,
      })),
    ],
  })
const rowsOfAudit = () => ownerDb().auditEvent.findMany({ where: { action: 'figures-published' } })
const lastMonth = async () => {
  const [row] = await ownerDb().$queryRaw<{ month: string }[]>`
    SELECT to_char(max(month), 'YYYY-MM') AS month FROM figure_month WHERE published_at IS NOT NULL`
  return row?.month
}

beforeAll(async () => {
  await demonstrationOfficer('released@example.test', 'stevenage')
  const until = Temporal.ZonedDateTime.from('2026-11-22T12:00[Europe/London]')
  // As if nothing were settled yet: what is published is published here.
  await asOf(on('2016-01-01'), () => seedMany({ cases: 4_000, seed: 1, until, say: silent }))
})

describe('figures', () => {
  it('are told of what is settled, but for the months in which counting began', async () => {
    expect(await published()).toEqual([])
    expect(await releaseOn('2018-06-05')).toBeGreaterThan(0)
    expect(await lastMonth()).toBe('2018-04')
    expect(await releaseOn('2018-06-06')).toBeGreaterThan(0)
    expect(await lastMonth()).toBe('2018-05')
    const [first] = await ownerDb().figure.findMany({ orderBy: { firstMonth: 'asc' }, take: 1 })
    expect(first?.firstMonth.toISOString()).toMatch(/^2017-02-01/u)
  })

  it('are told once: the same run again adds nothing and leaves no row in the audit', async () => {
    const [before, audit] = [await published(), (await rowsOfAudit()).length]
    expect(await releaseOn('2018-06-06')).toBe(0)
    expect(await releaseOn('2018-06-20')).toBe(0)
    expect(await published()).toEqual(before)
    expect((await rowsOfAudit()).length).toBe(audit)
  })

  it('stay as they are when a case is corrected afterwards, which the check tells apart', async () => {
    const before = await published()
    const cases = await ownerDb().case.findMany({ where: { receivedAt: { lt: on('2018-05-01') } }, take: 30 })
    for (const { id } of cases)
      await ownerDb().case.update({ where: { id }, data: { district: 'dacorum', restricted: true } })
    expect(await releaseOn('2018-06-21')).toBe(0)
    expect(await published()).toEqual(before)
    await rebuildFigures(silent)
    expect(await published()).toEqual(before)
    const { wrong, corrected } = await asOf(on('2018-06-21'), () => checkFigures(silent))
    expect(wrong).toEqual([])
    expect(corrected.length).toBeGreaterThan(30)
    expect(corrected.every(({ month }) => month < '2018-06')).toBe(true)
    for (const { id } of cases) await ownerDb().case.update({ where: { id }, data: { restricted: false } })
  })

  it('are frozen in order, and told when a process ended in between', async () => {
    await expect(asOf(on('2018-09-30'), () => freezeFigures(['2018-08']))).rejects.toThrow(/in order/u)
    await asOf(on('2018-07-30'), () => freezeFigures(['2018-06']))
    expect(await lastMonth()).toBe('2018-05')
    expect(await releaseOn('2018-07-30')).toBeGreaterThan(0)
    expect(await lastMonth()).toBe('2018-06')
  })

  it('are told once where two processes tell them at the same time', async () => {
    const day = '2020-11-22'
    other.freezesFirst = true
    expect(await releaseOn(day)).toBeGreaterThan(0)
    expect(other.freezesFirst).toBe(false)
    expect(await lastMonth()).toBe('2020-10')
    const months = (await rowsOfAudit()).map(({ detail }) => (detail as { month: string }).month)
    expect(new Set(months).size).toBe(months.length)
    expect(await asOf(on(day), () => checkFigures(silent))).toMatchObject({ misprinted: 0 })
  })

  it('are made up for by a worker that was away for years, each month in its order', async () => {
    const before = await published()
    await releaseOn('2026-11-22')
    expect(await lastMonth()).toBe('2026-10')
    const after = await published()
    expect(after.length).toBeGreaterThan(before.length)
    const keyOf = (row: (typeof after)[number]) => JSON.stringify({ ...row, count: null, publishedAt: null })
    const now = new Map(after.map((row) => [keyOf(row), row.count]))
    expect(before.filter((row) => now.get(keyOf(row)) !== row.count)).toEqual([])
    const years = (await rowsOfAudit()).map(({ detail }) => (detail as { month: string }).month)
    expect(years).toEqual([...years].sort())
  })

  it('are none or enough, and what was counted when they were frozen', async () => {
    const { minimum } = currentForce().statistics
    const rows = await published()
    expect(rows.filter(({ count }) => count !== null && count > 0 && count < minimum)).toEqual([])
    const frozen = await asOf(on('2026-11-22'), () => frozenFigures('2016-01', '2026-12'))
    const told = rows.filter(({ count }) => count !== null)
    expect(told.length).toBeGreaterThan(3_000)
    for (const { measure, firstMonth, lastMonth: end, by, a, b, count } of told) {
      const [from, until] = [firstMonth, end].map((day) => day.toISOString().slice(0, 7))
      const found = frozen
        .filter((one) => one.measure === measure && one.month >= (from ?? '') && one.month <= (until ?? ''))
        .flatMap(({ tallies }) => tallies.filter((row) => row.by === by && row.a === a && row.b === b))
      expect({ measure, from, by, a, b, count: found.reduce((sum, row) => sum + row.count, 0) }).toEqual({
        ...{ measure, from, by, a, b, count },
      })
    }
  })

  it('of months nobody corrected are what counting the cases one by one gives', async () => {
    const plain = await plainTallies(currentForce())
    const rows = await ownerDb().figure.findMany({
      where: { measure: 'received', by: 'all', whole: false, firstMonth: { gte: on('2020-03-30') } },
    })
    expect(rows.length).toBeGreaterThan(40)
    for (const { firstMonth, lastMonth: end, count } of rows) {
      let sum = 0
      for (
        let month = firstMonth;
        month <= end;
        month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1))
      )
        sum += plain.get(`received ${month.toISOString().slice(0, 7)} all  `) ?? 0
      if (count !== null) expect(count).toBe(sum)
    }
  })

  it('are what the rules say of what was frozen, and the check finds one that is not', async () => {
    const check = () => asOf(on('2026-11-22'), () => checkFigures(silent))
    expect(await check()).toMatchObject({ wrong: [], misprinted: 0 })
    const set = (count: number) => ownerDb().$executeRaw`
      UPDATE figure SET count = count + ${count}::integer WHERE measure = 'closed' AND whole AND by = 'all' AND year = 2022`
    await set(1)
    expect(await check()).toMatchObject({ misprinted: 2 })
    await set(-1)
    expect(await check()).toMatchObject({ misprinted: 0 })
  })

  it('are not called misprinted where a value is there since later, and none of it was', async () => {
    const check = () => asOf(on('2026-11-22'), () => checkFigures(silent))
    const [none] = await ownerDb().$queryRaw<{ measure: string; by: string; a: string; year: number }[]>`
      SELECT measure, by, a, year FROM figure WHERE by IN ('district', 'channel', 'disposition')
       GROUP BY 1, 2, 3, 4 HAVING bool_and(count = 0) ORDER BY year, measure, by, a LIMIT 1`
    if (none === undefined) throw new Error('Every value occurs in every year.')
    await ownerDb().figure.deleteMany({ where: none })
    expect(await check()).toMatchObject({ wrong: [], misprinted: 0 })
  })

  it('are not called wrong for a case that comes meanwhile', async () => {
    const facts = {
      ...{ district: null, status: 'new', receivedAt: on('2026-11-21') },
      ...{
        assigneeId: null,
        recordedById: null,
        restricted: false,
        excludedDistricts: [],
        namesExclusion: false,
      },
    }
    const arriving = async () => {
      for (let count = 0; count < 40; count += 1)
        await storeParityRows([parityRow(`MW-${randomUUID()}`, facts)])
    }
    const [checked] = await Promise.all([asOf(on('2026-11-22'), () => checkFigures(silent)), arriving()])
    expect(checked.wrong).toEqual([])
  })

  it('are everybody’s of the force to read, and nobody’s to write', async () => {
    expect((await deskDb().figure.findMany({ take: 3 })).length).toBe(3)
    const written = [
      `UPDATE figure SET count = 1`,
      `DELETE FROM figure`,
      `INSERT INTO figure SELECT * FROM figure LIMIT 1`,
    ]
    for (const statement of written)
      await expect(deskDb().$executeRawUnsafe(statement), statement).rejects.toThrow(/permission denied/iu)
  })

  it('do not change, whoever says so', async () => {
    const row = { measure: 'received', year: 2020, whole: true, by: 'all', a: '', b: '', count: 1 }
    const rows = JSON.stringify([{ ...row, first_month: '2020-04-01', last_month: '2021-03-01' }])
    await expect(
      deskDb().$queryRaw`
        SELECT publish_figures('2020-04-01'::date, '2021-03-01'::date, ${rows}::jsonb, now())`,
    ).rejects.toThrow(/does not change/u)
    await expect(
      deskDb().$queryRaw`SELECT publish_figures('2030-04-01'::date, '2030-04-01'::date, '[]'::jsonb, now())`,
    ).rejects.toThrow(/not frozen/u)
  })
})
