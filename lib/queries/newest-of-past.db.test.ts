import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { ownDatabase } from '../../scripts/testing/own-database'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { listQueue, pageSize } from './list-queue'
import { mostOfPast } from './newest-of-past'

await ownDatabase()

const [home = '', beside = ''] = currentForce().districts.map(({ id }) => id)
const supervisor: Actor = { id: randomUUID(), name: 'Test', role: 'supervisor', districts: [] }
const first = Date.parse('2026-03-02T09:00:00Z')
const minutes = (count: number) => new Date(first + count * 60_000)

/** Closed cases in the order of their names, and as many minutes after the first; the first stands in another district. */
beforeAll(async () => {
  const { id, name, role } = supervisor
  await ownerDb().account.create({ data: { id, name, role, email: `${id}@example.test` } })
  const rows = Array.from({ length: mostOfPast + 1 }, (_, number) =>
    parityRow(`HC-P${String(number).padStart(4, '0')}`, {
      ...{ district: number === 0 ? beside : home, status: 'closed', assigneeId: null, recordedById: null },
      ...{ receivedAt: minutes(number), restricted: false, excludedDistricts: [], namesExclusion: false },
    }),
  )
  await storeParityRows(rows)
  await ownerDb()
    .$executeRaw`UPDATE "case" SET last_message_from = NULL, closed_at = received_at + interval '1 day'`
})

const listed = (filters: Partial<QueueFilters>) => listQueue(supervisor, { page: 1, ...filters })
const march = { from: '2026-03', until: '2026-03' } as const

describe.each([
  ['closed ones', { status: 'closed' }],
  ['those of a month', march],
  ['those closed in a month', { from: '2026-03', until: '2026-03', of: 'closed' }],
  ['those of a month in which a promise fell due', { from: '2026-03', until: '2026-03', of: 'promised' }],
] as const)('a list of %s', (_, filters) => {
  it('has the newest first, so many and no more, and says that there are others', async () => {
    const { rows, total, more } = await listed(filters)
    expect([total, more]).toEqual([mostOfPast, true])
    expect(rows.map(({ reference }) => reference)).toEqual(
      Array.from({ length: pageSize }, (__, at) => `HC-P${String(mostOfPast - at).padStart(4, '0')}`),
    )
  })

  it('ends with the oldest of them', async () => {
    const { rows } = await listed({ ...filters, page: mostOfPast / pageSize })
    expect(rows.at(-1)?.reference).toBe('HC-P0001')
  })

  it('says of what is narrowed enough that this is all', async () => {
    const inHome = await listed({ ...filters, district: home })
    expect([inHome.total, inHome.more]).toEqual([mostOfPast, false])
    const { rows, total, more } = await listed({ ...filters, district: beside })
    expect([rows[0]?.reference, total, more]).toEqual(['HC-P0000', 1, false])
  })
})

describe('those of a month that are not done with', () => {
  const waiting = ['HC-Q0002', 'HC-Q0003', 'HC-Q0001', 'HC-Q0004']

  /** Older than all that is listed: one with danger, one of high risk, one of none, and one that is closed, to which somebody wrote since. */
  beforeAll(async () => {
    const rows = [...waiting].sort().map((reference, number) =>
      parityRow(reference, {
        ...{
          district: home,
          status: number === 3 ? 'closed' : 'in-progress',
          assigneeId: null,
          recordedById: null,
        },
        ...{
          receivedAt: minutes(number - 60),
          restricted: false,
          excludedDistricts: [],
          namesExclusion: false,
        },
      }),
    )
    await storeParityRows(rows)
    const change = (reference: string, data: object) =>
      ownerDb().case.update({ where: { reference }, data: { riskRank: 2, lastMessageFrom: null, ...data } })
    await change('HC-Q0001', { promisedBy: minutes(1) })
    await change('HC-Q0002', { dangerAt: minutes(9) })
    await change('HC-Q0003', { riskRank: 0 })
    await change('HC-Q0004', { promisedBy: minutes(2), closedAt: minutes(9), lastMessageFrom: 'reporter' })
  })

  it('are listed as the queue is, danger first, where it is of those alone', async () => {
    const { rows, more } = await listed({ ...march, status: 'in-progress' })
    expect([rows.map(({ reference }) => reference), more]).toEqual([waiting.slice(0, 3), false])
  })

  it.each(['received', 'promised'] as const)(
    'are all before the newest of the others, in that order, however old, of what was %s',
    async (of) => {
      await ownerDb()
        .$executeRaw`UPDATE "case" SET promised_by = received_at + interval '1 hour' WHERE reference LIKE 'HC-P%'`
      const filters = { ...march, ...(of === 'received' ? {} : { of }) }
      const { rows, total, more } = await listed(filters)
      expect(rows.map(({ reference }) => reference).slice(0, 6)).toEqual([
        ...waiting,
        ...['HC-P1000', 'HC-P0999'],
      ])
      expect([total, more]).toEqual([mostOfPast + waiting.length, true])
      const last = await listed({ ...filters, page: mostOfPast / pageSize + 1 })
      expect(last.rows.slice(0, waiting.length).at(-1)?.reference).toBe('HC-P0001')
    },
  )

  it('stand among the others by when they were closed, where the list is of that', async () => {
    const { rows } = await listed({ ...march, of: 'closed' })
    expect(rows[0]?.reference).toBe('HC-P1000')
  })
})
