import { beforeAll, expect, it } from 'vitest'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { ownDatabase } from '@/scripts/testing/own-database'
import { openFigures } from './open-figures'

// What is published of the force is looked at whole.
await ownDatabase()

const force = currentForce().id

beforeAll(async () => {
  for (const [of, measure, year, by, a, b] of [
    [force, 'received', 2025, 'all', '', ''],
    [force, 'received', 2025, 'district', 'watford', ''],
    [force, 'received', 2025, 'channel', 'online', ''],
    [force, 'received', 2025, 'strand:race', 'yes', ''],
    [force, 'received', 2023, 'channel', 'online', ''],
    // None of this is for the public.
    [force, 'received', 2022, 'channel', 'online', ''],
    [force, 'received', 2025, 'risk', 'high', ''],
    [force, 'received', 2025, 'repeat', 'yes', ''],
    [force, 'received', 2025, 'district*strand:race', 'watford', 'yes'],
    [force, 'received', 2025, 'strand:race*repeat', 'yes', 'yes'],
    [force, 'closed', 2025, 'all', '', ''],
    [force, 'closed', 2025, 'district', 'watford', ''],
    ['elsewhere', 'received', 2026, 'all', '', ''],
    ['elsewhere', 'received', 2025, 'district', 'watford', ''],
  ] as const)
    await ownerDb().$executeRaw`
      INSERT INTO figure (force, measure, year, first_month, last_month, whole, by, a, b, count, published_at)
      VALUES (${of}, ${measure}, ${year}, make_date(${year}, 4, 1), make_date(${year}, 4, 1), false, ${by}, ${a}, ${b}, 7, now())`
})

it('gives cases received by one thing at once, of three years of this force, and nothing else', async () => {
  const rows = await openFigures()
  expect(rows.map(({ year, by, a }) => `${String(year)} ${by} ${a}`.trim()).sort()).toEqual([
    '2023 channel online',
    '2025 all',
    '2025 channel online',
    '2025 district watford',
    '2025 strand:race yes',
  ])
  for (const row of rows)
    expect(row).toEqual({
      ...{ measure: 'received', year: row.year, by: row.by, a: row.a, b: '', count: 7, whole: false },
      ...{ first: `${String(row.year)}-04`, last: `${String(row.year)}-04` },
    })
})

it('is all that the public side has of figures', async () => {
  await expect(publicDb().$queryRaw`SELECT * FROM figure`).rejects.toThrow(/permission denied/iu)
})
