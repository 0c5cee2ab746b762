import { randomUUID } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { findSession } from '@/lib/auth/session'
import { ownerDb } from '@/lib/db/owner'
import { ownDatabase } from '@/scripts/testing/own-database'
import { endLive, watchLive } from './hub'
import type * as ownLiveModule from './own-live'
import { ownLive } from './own-live'

type OwnLive = typeof ownLiveModule

vi.mock('./own-live', async (original) => {
  const real = await original<OwnLive>()
  return { ...real, ownLive: vi.fn(real.ownLive) }
})

await ownDatabase()
afterEach(endLive)

async function session() {
  const id = randomUUID()
  const email = `${id}@example.test`
  await ownerDb().account.create({ data: { id, email, name: 'Test Person', role: 'triager' } })
  const token = await sessionFor(id)
  const found = await findSession(token)
  if (found === null) throw new Error('There is no session.')
  const page = { token, handle: found.handle, reference: null, since: null, close: () => undefined }
  return { actor: found.actor, page }
}

it('keeps no place for a page that could not be told how things are', async () => {
  const { actor, page } = await session()
  const told = vi.fn()
  vi.mocked(ownLive).mockRejectedValueOnce(new Error('The database is away.'))
  await expect(watchLive(actor, { ...page, tell: told })).rejects.toThrow('away')
  for (let number = 0; number < 6; number += 1) {
    expect(await watchLive(actor, { ...page, tell: () => undefined })).toBeTypeOf('function')
  }
  expect(told).not.toHaveBeenCalled()
})

it('looks at a queue once for all pages of a session', async () => {
  const [one, other] = [await session(), await session()]
  vi.mocked(ownLive).mockClear()
  const pages = [one, one, other, one]
  await Promise.all(pages.map(({ actor, page }) => watchLive(actor, { ...page, tell: () => undefined })))
  expect(vi.mocked(ownLive).mock.calls.map(([{ id }]) => id)).toEqual([one.actor.id, other.actor.id])
})
