import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { reckonTraining } from './reckon-training'

const made: string[] = []

/** An officer said to be trained until a day, with these courses of a topic, a day it counts until, and whether it is withdrawn. */
async function officer(until: string | null, courses: readonly (readonly [string, string, boolean?])[]) {
  const [id, accountId] = [randomUUID(), randomUUID()]
  made.push(id)
  await ownerDb().account.create({
    data: { id: accountId, email: `${id}@example.test`, name: 'Ada', role: 'liaison-officer' },
  })
  await ownerDb().officer.create({
    data: {
      ...{ id, accountId, districts: [], languages: [], openLimit: 1 },
      trainingUntil: until === null ? null : new Date(until),
      training: {
        create: courses.map(([topic, expires, withdrawn = false]) => ({
          ...{ id: randomUUID(), topic, completedOn: new Date('2020-01-01'), expiresOn: new Date(expires) },
          ...{ recordedAt: new Date(), withdrawnAt: withdrawn ? new Date() : null },
        })),
      },
    },
  })
  return { id, accountId }
}

const untilOf = async ({ id }: { readonly id: string }) =>
  (await ownerDb().officer.findUniqueOrThrow({ where: { id } })).trainingUntil?.toISOString().slice(0, 10) ??
  null

afterAll(() => ownerDb().officer.deleteMany({ where: { id: { in: made } } }))

it('reckons by what the force requires now, for whom anything was recorded, and notes whom it changed', async () => {
  await reckonTraining()
  const lacks = await officer('2030-01-01', [['hate-crime', '2030-01-01']])
  const gains = await officer(null, [
    ['hate-crime', '2029-05-05'],
    ['hate-crime', '2031-05-05', true],
    ['liaison-role', '2030-06-06'],
  ])
  const withdrawn = await officer('2030-01-01', [['hate-crime', '2030-01-01', true]])
  const right = await officer('2029-05-05', [
    ['hate-crime', '2029-05-05'],
    ['liaison-role', '2030-06-06'],
  ])
  const bare = await officer('2030-01-01', [])
  expect(await reckonTraining()).toBe(3)
  expect(await Promise.all([lacks, gains, withdrawn, right, bare].map(untilOf))).toEqual([
    null,
    '2029-05-05',
    null,
    '2029-05-05',
    '2030-01-01',
  ])
  const rows = await ownerDb().auditEvent.findMany({
    where: { action: 'training-reckoned' },
    orderBy: { seq: 'asc' },
  })
  const told = rows.map(({ detail }) => (detail as { readonly account: string }).account)
  expect(
    told.filter((id) => [lacks, gains, withdrawn, right, bare].some(({ accountId }) => accountId === id)),
  ).toHaveLength(3)
  expect(told).toContain(gains.accountId)
  expect(await reckonTraining()).toBe(0)
})

it('is not for anybody who is signed in', async () => {
  const { id, accountId } = await officer(null, [['hate-crime', '2029-05-05']])
  const changes = JSON.stringify([{ id, until: '2099-01-01', version: 1 }])
  const actor = { id: accountId, name: 'Ada', role: 'liaison-officer', districts: [] } as const
  await expect(
    asActor(actor, (tx) => tx.$queryRaw`SELECT store_trained(${changes}::jsonb, now()) AS stored`),
  ).rejects.toThrow(/by hand/u)
  expect(await untilOf({ id })).toBeNull()
})
