import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { transferCase } from '@/lib/commands/transfer-case'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { createKeys } from '@/lib/sealing/create-keys'
import { ownDatabase } from '../../scripts/testing/own-database'
import { bookOf } from './book-of'

// Whoever else is an officer would be asked as well.
const keys = await ownDatabase()
const [home = ''] = currentForce().districts.map(({ id }) => id)
const hour = 3_600_000

async function person(role: Role): Promise<Actor & { readonly officerId: string }> {
  const [id, officerId] = [randomUUID(), randomUUID()]
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: role, role } })
  if (role === 'liaison-officer') {
    await ownerDb().officer.create({
      data: {
        ...{ id: officerId, accountId: id, districts: [home], languages: ['en'], openLimit: 2 },
        trainingUntil: new Date(Date.now() + 9_000 * hour),
      },
    })
    await ownerDb().dutyShift.create({
      data: {
        id: randomUUID(),
        officerId,
        startsAt: new Date(Date.now() - hour),
        endsAt: new Date(Date.now() + 8 * hour),
      },
    })
  }
  return { id, name: role, role, districts: role === 'liaison-officer' ? [home] : [], officerId }
}

const holder = await person('liaison-officer')
const colleague = await person('liaison-officer')
const supervisor = await person('supervisor')
const facts = {
  ...{
    district: home,
    status: 'assigned',
    assigneeId: holder.id,
    recordedById: null,
    receivedAt: new Date(),
  },
  ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
}
const rows = [
  parityRow('HC-B001-0000', facts),
  parityRow('HC-B002-0000', facts),
  parityRow('HC-B003-0000', facts),
  parityRow('HC-B004-0000', { ...facts, namesExclusion: true }),
  parityRow('HC-B005-0000', { ...facts, conflictedIds: [colleague.id] }),
  parityRow('HC-B006-0000', { ...facts, restricted: true, namedIds: [randomUUID()] }),
  parityRow('HC-B007-0000', { ...facts, status: 'closed' }),
]
const book = { id: holder.officerId, accountId: holder.id }

beforeAll(async () => {
  await createKeys(keys)
  await storeParityRows(rows)
})
afterAll(() => dropParityRows(rows))

const goingTo = (found: Awaited<ReturnType<typeof bookOf>>) =>
  Object.fromEntries(found.cases.map(({ reference, to }) => [reference, to?.accountId ?? null]))

it.each([
  ['the holder', holder],
  ['a supervisor', supervisor],
])('tells %s where each case would go, nobody beyond their limit and never back', async (_, actor) => {
  const going = goingTo(await bookOf(actor, book))
  expect(Object.keys(going)).toEqual(rows.slice(0, 5).map(({ reference }) => reference))
  expect(Object.values(going)).toEqual([colleague.id, colleague.id, null, null, null])
})

it('leaves out what goes on in another case, which takes it along', async () => {
  const [{ id } = { id: '' }, other = { id: '' }] = rows
  await ownerDb().case.update({ where: { id }, data: { goesOnInId: other.id } })
  expect(Object.keys(goingTo(await bookOf(holder, book)))).not.toContain('HC-B001-0000')
  await ownerDb().case.update({ where: { id }, data: { goesOnInId: null } })
})

it('is nothing to a colleague', async () => {
  expect(await bookOf(colleague, book)).toMatchObject({ cases: [], hasMore: false })
})

it('has one case less when one went', async () => {
  await transferCase(holder, {
    reference: 'HC-B001-0000',
    version: 1,
    to: colleague.id,
    reason: 'I change teams.',
  })
  const going = goingTo(await bookOf(holder, book))
  expect(Object.values(going)).toEqual([colleague.id, null, null, null])
})
