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

it('keeps no place for a page that could not be told how things are', async () => {
  const id = randomUUID()
  const email = `${id}@example.test`
  await ownerDb().account.create({ data: { id, email, name: 'Test Person', role: 'triager' } })
  const token = await sessionFor(id)
  const session = await findSession(token)
  if (session === null) throw new Error('There is no session.')
  const told = vi.fn()
  const page = { token, handle: session.handle, reference: null, since: null, close: () => undefined }
  vi.mocked(ownLive).mockRejectedValueOnce(new Error('The database is away.'))
  await expect(watchLive(session.actor, { ...page, tell: told })).rejects.toThrow('away')
  for (let number = 0; number < 6; number += 1) {
    expect(await watchLive(session.actor, { ...page, tell: () => undefined })).toBeTypeOf('function')
  }
  expect(told).not.toHaveBeenCalled()
})
