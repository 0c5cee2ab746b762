import { beforeEach, expect, it, vi } from 'vitest'
import { leaveDraft } from '@/lib/commands/leave'
import { GET, HEAD } from './route'

const taken = vi.hoisted(() => vi.fn())
vi.mock('@/lib/commands/leave', () => ({ leaveDraft: vi.fn() }))
vi.mock('@/app/_form/draft-cookie', () => ({ draftKey: () => Promise.resolve('key'), takeDraftKey: taken }))
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => ({ exitTo: 'https://dull.example/' }) }))

const left = vi.mocked(leaveDraft)
beforeEach(() => {
  taken.mockReset()
  left.mockReset().mockResolvedValue(undefined)
})
const leave = (headers: Record<string, string> = {}) => GET(new Request('http://here.test/exit', { headers }))

it.each([
  {},
  { 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'same-site' },
])('somebody who leaves with %j is away, and what they wrote is gone here and there', async (headers) => {
  const answer = await leave(headers)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://dull.example/'])
  expect(answer.headers.get('clear-site-data')).toBe('"cookies", "storage"')
  expect(left).toHaveBeenCalledExactlyOnceWith('public', 'key')
  expect(taken).toHaveBeenCalledOnce()
})

it.each([{ 'sec-fetch-site': 'cross-site' }, { 'sec-purpose': 'prefetch' }, { purpose: 'prefetch' }])(
  'another site, or a browser looking ahead, with %j deletes nothing',
  async (headers) => {
    const answer = await leave(headers)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('clear-site-data')).toBeNull()
    expect(left).not.toHaveBeenCalled()
    expect(taken).not.toHaveBeenCalled()
  },
)

it('a program that only asks what is here changes nothing', () => {
  expect(HEAD().status).toBe(303)
  expect(left).not.toHaveBeenCalled()
})

it('the way out is open when the database does not answer', async () => {
  left.mockRejectedValue(new Error('away'))
  const answer = await leave()
  expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://dull.example/'])
  expect(taken).toHaveBeenCalledOnce()
})
