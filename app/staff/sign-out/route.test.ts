import { beforeEach, expect, it, vi } from 'vitest'
import { endSession } from '@/lib/auth/session'
import { leaveDraft } from '@/lib/commands/leave'
import { currentActor } from '@/lib/auth/require-actor'
import { forgetForms } from '../_http/kept-form'
import { POST } from './route'

const jar = { get: () => ({ value: 'token' }), set: vi.fn() }
vi.mock('next/headers', () => ({ cookies: () => Promise.resolve(jar) }))
vi.mock('@/lib/auth/session', () => ({ endSession: vi.fn() }))
vi.mock('@/lib/auth/session-cookie', () => ({ sessionCookie: () => ({ name: 'desk', options: {} }) }))
vi.mock('@/lib/commands/leave', () => ({ leaveDraft: vi.fn() }))
vi.mock('@/app/_form/draft-cookie', () => ({ draftKey: () => 'key', takeDraftKey: vi.fn() }))
vi.mock('@/lib/auth/require-actor', () => ({ currentActor: vi.fn(() => Promise.resolve(null)) }))
vi.mock('../_http/kept-form', () => ({ forgetForms: vi.fn() }))

const post = (headers: Record<string, string>) =>
  POST(
    new Request('http://here.test/staff/sign-out', {
      method: 'POST',
      headers: { host: 'here.test', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: '',
    }),
  )

beforeEach(() => {
  vi.clearAllMocks()
})

it('ends the session, and clears what the browser keeps of this site but not the cookies of its neighbours', async () => {
  const answer = await post({ 'sec-fetch-site': 'same-origin' })
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(endSession).toHaveBeenCalledWith('token')
  expect(leaveDraft).toHaveBeenCalledWith('record', 'key')
  expect(jar.set).toHaveBeenCalledWith('desk', '', { maxAge: 0 })
})

it.each([
  ['whoever signs out', { id: 'b', name: '', role: 'liaison-officer', districts: [] } as const, [['b']]],
  ['nobody, when the session was over', null, []],
])('deletes what the browser keeps for %s', async (_, actor, forgotten) => {
  vi.mocked(currentActor).mockResolvedValueOnce(actor)
  await post({ 'sec-fetch-site': 'same-origin' })
  expect(vi.mocked(forgetForms).mock.calls).toEqual(forgotten)
})

it('does nothing for another site', async () => {
  const answer = await post({ origin: 'https://elsewhere.test' })
  expect(answer.headers.get('clear-site-data')).toBeNull()
  expect(endSession).not.toHaveBeenCalled()
})
