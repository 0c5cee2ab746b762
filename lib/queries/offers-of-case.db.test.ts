import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { declineOffer } from '@/lib/commands/answer-offer'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { DeclineReason } from '@/lib/domain/offers/decline-reasons'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { listCaseHistory } from './list-case-history'
import { listQueue } from './list-queue'
import { offersOfCase } from './offers-of-case'

const [home = ''] = currentForce().districts.map(({ id }) => id)

async function person(role: Role, name = role as string): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
  // Without training and duty: routing asks them for nothing.
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts: [home], languages: [], openLimit: 1 },
    })
  return { id, name, role, districts: role === 'liaison-officer' ? [home] : [] }
}

const rows = [0, 1, 2].map(() =>
  parityRow(`ASKED-${randomUUID()}`, {
    ...{ district: home, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  }),
)
const [first, second, third] = rows
if (first === undefined || second === undefined || third === undefined) throw new Error('no case')
await storeParityRows(rows)
afterAll(async () => {
  await dropParityRows(rows)
  await ownerDb().officer.updateMany({
    where: { accountId: { in: [ben.id, colleague.id] } },
    data: { active: false },
  })
})

const ben = await person('liaison-officer', 'Ben')
const colleague = await person('liaison-officer', 'Colleague')
const supervisor = await person('supervisor')
const triager = await person('triager')

async function ask(caseId: string, account: Actor): Promise<void> {
  const offeredAt = new Date()
  await ownerDb().caseOffer.create({
    data: { id: randomUUID(), caseId, accountId: account.id, offeredAt },
  })
  await ownerDb().case.update({ where: { id: caseId }, data: { offeredToId: account.id, offeredAt } })
}

async function saidNo(row: typeof first & object, reason: DeclineReason): Promise<void> {
  await ask(row.id, ben)
  await declineOffer(ben, row.reference, reason)
}

const reasonsFor = async (actor: Actor, caseId: string) =>
  (await offersOfCase(actor, caseId)).past.map(({ name, outcome, reason }) => [name, outcome, reason])

it('says why somebody said no to those who may assign, and to others that they did', async () => {
  await saidNo(first, 'know-somebody')
  for (const actor of [supervisor, triager])
    expect(await reasonsFor(actor, first.id)).toEqual([['Ben', 'declined', 'know-somebody']])
  expect(await reasonsFor(colleague, first.id)).toEqual([['Ben', 'declined', null]])
  const { entries } = await listCaseHistory(colleague, first.reference)
  const read = entries.filter(({ type }) => type !== 'noted')
  expect(read.map(({ who, type, detail }) => [who, type, detail])).toEqual([['Ben', 'offer-declined', {}]])
  expect(await ownerDb().case.findUnique({ where: { id: first.id } })).toMatchObject({
    ...{ conflictedIds: [ben.id], offeredToId: null },
  })
  await expect(
    asActor(colleague, (tx) => tx.$queryRaw`SELECT reason FROM case_offer LIMIT 1`),
  ).rejects.toThrow(/permission denied/)
  const kept = await ownerDb().auditEvent.findMany({
    where: { caseId: first.id, actorId: ben.id },
    orderBy: { seq: 'asc' },
  })
  expect(kept.map(({ action, detail }) => [action, detail])).toEqual([
    ['offer-declined', { reason: 'know-somebody' }],
    ['recused', { reason: 'other-interest' }],
  ])
  // In a later post they read no more of its audit than whoever stood aside by hand.
  await ownerDb().account.update({ where: { id: ben.id }, data: { role: 'auditor' } })
  const audited = await asActor({ ...ben, role: 'auditor', districts: [] }, (tx) =>
    tx.auditEvent.findMany({ where: { caseId: first.id } }),
  )
  await ownerDb().account.update({ where: { id: ben.id }, data: { role: 'liaison-officer' } })
  expect(audited.map(({ action }) => action)).toEqual(['recused'])
})

it('says of no offer that was withdrawn why it was, but to those who may assign and whoever was asked', async () => {
  await ask(third.id, ben)
  await ownerDb().case.update({ where: { id: third.id }, data: { conflictedIds: [ben.id] } })
  await ownerDb().case.update({ where: { id: third.id }, data: { conflictedIds: [] } })
  await ask(third.id, ben)
  await ownerDb().case.update({ where: { id: third.id }, data: { assigneeId: supervisor.id } })
  const why = async (actor: Actor) => (await reasonsFor(actor, third.id)).map(([, , reason]) => reason)
  for (const actor of [supervisor, ben])
    expect(await why(actor)).toEqual(expect.arrayContaining(['given', 'conflict-declared']))
  expect(await why(colleague)).toEqual([null, null])
})

it('says to whoever said no why they did, and in the queue who is asked now', async () => {
  await saidNo(second, 'too-much')
  expect(await reasonsFor(ben, second.id)).toEqual([['Ben', 'declined', 'too-much']])
  expect(await reasonsFor(colleague, second.id)).toEqual([['Ben', 'declined', null]])
  await ask(second.id, colleague)
  const { rows: listed } = await listQueue(supervisor, { page: 1 }, 1, [second.reference])
  expect(listed).toMatchObject([
    { offeredToId: colleague.id, offeredToName: 'Colleague', declinedIds: [ben.id], unansweredIds: [] },
  ])
})
