import { expect, it, vi } from 'vitest'
import { log } from '@/lib/adapters/log'
import type { Actor } from '@/lib/domain/policy'
import { closeUnsure, lookAgain } from './look-again'
import { createRooms } from './rooms'
import type { Viewer } from './rooms'

vi.mock('@/lib/adapters/log', () => ({ log: vi.fn() }))

const actor: Actor = { id: 'sofia', name: 'Sofia', role: 'triager', districts: [] }

function listening(...handles: readonly string[]) {
  const rooms = createRooms()
  const closed: string[] = []
  for (const handle of handles) {
    const close = () => closed.push(handle)
    const own = { handle, token: handle, reference: null, tell: () => undefined }
    rooms.enter(actor, { ...own, close: () => void close() })
  }
  return { rooms, closed }
}

it('looks at one session after the other, and at the next where one fails', async () => {
  const { rooms } = listening('one', 'two', 'two', 'three')
  let under = 0
  const looked: string[] = []
  await lookAgain(rooms.all, async ({ handle }) => {
    under += 1
    expect(under).toBe(1)
    await Promise.resolve()
    looked.push(handle)
    under -= 1
    if (handle === 'two') throw new Error('The database is away.')
  })
  expect(looked).toEqual(['one', 'two', 'three'])
  expect(log).toHaveBeenCalledExactlyOnceWith('error', { event: 'live-failed', code: 'Error' })
})

it('looks at nobody who left meanwhile', async () => {
  const { rooms } = listening('one', 'two')
  const look = vi.fn((viewer: Viewer) => {
    for (const other of rooms.all().filter((one) => one !== viewer))
      for (const page of other.pages) rooms.leave(page)
    return Promise.resolve()
  })
  await lookAgain(rooms.all, look)
  expect(look).toHaveBeenCalledTimes(1)
})

it('ends the pages of a session that could not be looked up twice, and of no other', () => {
  const { rooms, closed } = listening('sure', 'unsure', 'unsure')
  const at = performance.now() + 200_000
  for (const viewer of rooms.all()) viewer.sureAt = at - (viewer.handle === 'sure' ? 149_000 : 151_000)
  closeUnsure(rooms.all(), at)
  expect(closed).toEqual(['unsure', 'unsure'])
})
