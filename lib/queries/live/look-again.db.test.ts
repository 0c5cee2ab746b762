import { randomUUID } from 'node:crypto'
import { afterAll, expect, it, vi } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '@/e2e/factories/parity-rows'
import { sessionFor } from '@/e2e/factories/sessions'
import { endSession, findSession } from '@/lib/auth/session'
import { ownerDb } from '@/lib/db/owner'
import { newReference } from '@/lib/domain/reference'
import { ownDatabase } from '@/scripts/testing/own-database'
import { lookAgain } from './look-again'
import { createRooms } from './rooms'

await ownDatabase()

const row = parityRow(newReference('report', crypto.getRandomValues(new Uint8Array(8))), {
  ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
  ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
})
afterAll(() => dropParityRows([row]))

it('finds what is theirs now on every page of a session, and ends them all with it', async () => {
  await storeParityRows([row])
  const id = randomUUID()
  const email = `${id}@example.test`
  await ownerDb().account.create({ data: { id, email, name: 'Test Person', role: 'triager' } })
  const token = await sessionFor(id)
  const session = await findSession(token)
  if (session === null) throw new Error('There is no session.')
  const rooms = createRooms()
  const [tell, close] = [vi.fn(), vi.fn()]
  const own = { handle: session.handle, token, tell, close }
  for (const reference of [null, row.reference]) rooms.enter(session.actor, { ...own, reference })
  const [viewer] = rooms.all()

  await lookAgain(rooms.all)
  expect(viewer?.known).toEqual(new Set([row.id]))
  expect([...(viewer?.pages ?? [])].map(({ caseId }) => caseId)).toEqual([null, row.id])
  await ownerDb().case.update({ where: { id: row.id }, data: { conflictedIds: [id] } })
  await lookAgain(rooms.all)
  expect(viewer?.known).toEqual(new Set())
  expect(tell.mock.calls).toEqual([[{ event: 'case', mark: 'gone' }]])

  await endSession(token)
  await lookAgain(rooms.all)
  expect(tell.mock.calls.slice(1)).toEqual([[{ event: 'ended' }], [{ event: 'ended' }]])
  expect(close).toHaveBeenCalledTimes(2)
})
