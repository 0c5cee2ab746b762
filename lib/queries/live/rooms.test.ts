import { expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { closePages, createRooms } from './rooms'
import type { Entering } from './rooms'

const sofia: Actor = { id: 'sofia', name: 'Sofia', role: 'triager', districts: [] }
const page = (handle: string, token = 'token'): Entering => ({
  ...{ handle, token, reference: null },
  ...{ tell: vi.fn(), close: vi.fn() },
})

it('gives the pages of a session one place, with what its newest page came with', () => {
  const rooms = createRooms()
  const first = rooms.enter(sofia, page('one', 'old'))
  const second = rooms.enter(sofia, page('one', 'new'))
  rooms.enter(sofia, page('two'))
  expect(second?.viewer).toBe(first?.viewer)
  expect(first?.viewer.token).toBe('new')
  expect(rooms.all().map(({ handle, pages }) => [handle, pages.size])).toEqual([
    ['one', 2],
    ['two', 1],
  ])
})

it('looks at the queue again where somebody is another since', () => {
  const rooms = createRooms()
  const viewer = rooms.enter(sofia, page('one'))?.viewer
  if (viewer === undefined) throw new Error('There is room.')
  viewer.looked = Promise.resolve()
  rooms.enter({ ...sofia }, page('one'))
  expect(viewer.looked).not.toBeNull()
  rooms.enter({ ...sofia, glass: ['a case'] }, page('one'))
  expect([viewer.looked, viewer.actor.glass]).toEqual([null, ['a case']])
})

it('forgets a session with its last page, and counts no page twice that leaves twice', () => {
  const rooms = createRooms(2)
  const [one, other] = [rooms.enter(sofia, page('one')), rooms.enter(sofia, page('two'))]
  expect(rooms.enter(sofia, page('three'))).toBeNull()
  if (one === null || other === null) throw new Error('There is room for two.')
  rooms.leave(one)
  rooms.leave(one)
  expect(rooms.all().map(({ handle }) => handle)).toEqual(['two'])
  expect(rooms.enter(sofia, page('three'))).not.toBeNull()
  expect(rooms.enter(sofia, page('four'))).toBeNull()
  expect(rooms.all().map(({ handle }) => handle)).toEqual(['two', 'three'])
})

it('lets the oldest page of a session give way to a seventh', () => {
  const rooms = createRooms()
  const pages = Array.from({ length: 7 }, () => page('one'))
  for (const one of pages) rooms.enter(sofia, one)
  expect(pages.map(({ close }) => vi.mocked(close).mock.calls.length)).toEqual([1, 0, 0, 0, 0, 0, 0])
  expect(pages[0]?.tell).toHaveBeenCalledWith({ event: 'full' })
  expect(rooms.all().map((viewer) => viewer.pages.size)).toEqual([6])
})

it('ends every page of a session, also where each leaves as it ends', () => {
  const rooms = createRooms()
  const ended: number[] = []
  for (const number of [1, 2, 3]) {
    const one = rooms.enter(sofia, {
      ...page('one'),
      close: () => {
        ended.push(number)
        if (one !== null) rooms.leave(one)
      },
    })
  }
  for (const viewer of rooms.all()) closePages(viewer)
  expect([ended, rooms.all()]).toEqual([[1, 2, 3], []])
})
