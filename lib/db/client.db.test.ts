import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asActor, deskDb, publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'

test.each([
  ['alongside_public', publicDb],
  ['alongside_staff', deskDb],
  ['alongside_owner', ownerDb],
] as const)('a connection is %s from its beginning, and after RESET ROLE', async (role, database) => {
  const roles = await database().$transaction(async (tx) => {
    const before = await tx.$queryRaw<{ role: string }[]>`select current_user::text as role`
    await tx.$executeRaw`reset role`
    return [...before, ...(await tx.$queryRaw<{ role: string }[]>`select current_user::text as role`)]
  })
  expect(roles).toEqual([{ role }, { role }])
})

test('whom a transaction is for ends with it', async () => {
  const actor = { id: randomUUID(), name: 'Me', role: 'supervisor', districts: [] } as const
  const asked = (tx: Pick<ReturnType<typeof deskDb>, '$queryRaw'>) =>
    tx.$queryRaw<{ id: string | null }[]>`select desk_actor_id()::text as id`
  expect(await asActor(actor, asked)).toEqual([{ id: actor.id }])
  expect(await asked(deskDb())).toEqual([{ id: null }])
})
