import { expect, it } from 'vitest'
import { channelsOf } from '@/lib/commands/start-recording'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { centreOf } from '@/lib/queries/centre-of'
import { ownDatabase } from '../../scripts/testing/own-database'
import { seedAccounts } from './seed-accounts'
import { seedCentre } from './seed-centre'

await ownDatabase()

const at = new Date('2026-11-23T09:00:00Z')

it('the demonstration has a centre, somebody who records there, and a strategic lead; made once', async () => {
  for (let time = 0; time < 2; time += 1) {
    await seedAccounts([])
    await seedCentre(at)
  }
  const { id, name } = await ownerDb().account.findUniqueOrThrow({ where: { email: 'centre@example.test' } })
  const worker: Actor = { id, name, role: 'centre-worker', districts: [] }
  expect(await centreOf(worker)).toBe('The Lantern Centre')
  expect(channelsOf(worker.role)).toEqual(['third-party-centre'])
  expect(await ownerDb().centre.count()).toBe(1)
  expect(await ownerDb().account.count({ where: { role: 'strategic-lead', demo: true } })).toBe(1)
})

it('leaves a centre of that name that there is', async () => {
  await ownerDb().centreWorker.deleteMany()
  await ownerDb().centre.updateMany({ data: { stoppedAt: at } })
  await seedCentre(at)
  expect(await ownerDb().centre.findMany()).toMatchObject([{ stoppedAt: at }])
  expect(await ownerDb().centreWorker.count()).toBe(0)
})
