import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { extendCoverage } from '@/lib/commands/extend-coverage'
import * as current from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Force } from '@/lib/domain/force'
import { extendCoverageOfAll } from './extend-coverage'

const account = randomUUID()
const officer = randomUUID()
const force = current.currentForce()
const district = (id: string, more: object = {}) => ({
  ...{ id, name: id, code: id, places: ['Somewhere'], neighbours: [] },
  ...more,
})
/** A force in which `whole` was split into two before today. */
const changed: Force = {
  ...force,
  districts: [
    ...force.districts,
    district('whole', { until: '2020-12-31', becomes: ['left', 'right'] }),
    district('left', { from: '2021-01-01' }),
    district('right', { from: '2021-01-01' }),
  ],
}

beforeAll(async () => {
  const email = `${account}@example.test`
  await ownerDb().account.create({ data: { id: account, email, name: 'Ada', role: 'liaison-officer' } })
  await ownerDb().officer.create({
    data: { id: officer, accountId: account, districts: ['whole'], languages: ['en'], openLimit: 3 },
  })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await ownerDb().officer.delete({ where: { id: officer } })
})

const held = () => ownerDb().officer.findUniqueOrThrow({ where: { id: officer } })
const audited = () =>
  ownerDb().auditEvent.findMany({
    where: { action: 'coverage-extended', detail: { path: ['account'], equals: account } },
  })

describe('what officers cover', () => {
  it('is extended to what came of a district that ended, once, with a row of the audit', async () => {
    vi.spyOn(current, 'currentForce').mockReturnValue(changed)
    const { version } = await held()
    expect(await extendCoverageOfAll()).toBe(1)
    expect(await held()).toMatchObject({ districts: ['whole', 'left', 'right'], version: version + 1 })
    expect(await extendCoverageOfAll()).toBe(0)
    expect(await audited()).toMatchObject([{ actorId: null, detail: { districts: 'whole left right' } }])
  })

  it('is not taken away, nor over what somebody changed meanwhile', async () => {
    const was = ['whole', 'left', 'right']
    expect(await extendCoverage([{ id: officer, districts: ['left'], was }])).toBe(0)
    expect(await extendCoverage([{ id: officer, districts: ['whole', 'more'], was: ['whole'] }])).toBe(0)
    expect((await held()).districts).toEqual(was)
  })

  it('is extended by nobody who is signed in', async () => {
    const actor = { id: account, name: 'Ada', role: 'liaison-officer', districts: [] } as const
    const rows = JSON.stringify([{ id: officer, districts: ['all'], was: [] }])
    await expect(
      asActor(actor, (tx) => tx.$queryRaw`SELECT extend_coverage(${rows}::jsonb, now())`),
    ).rejects.toThrow(/nobody extends/)
  })
})
