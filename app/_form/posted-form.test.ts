import { beforeEach, expect, it, vi } from 'vitest'
import { postedForm as postedToDesk } from '@/app/staff/_http/posted-form'
import { noteRefused } from './note-refused'
import { postedForm } from './posted-form'

vi.mock('./note-refused', () => ({ noteRefused: vi.fn() }))
vi.mock('./problem-page', () => ({ problemPage: (problem: string) => new Response(problem) }))
beforeEach(() => vi.mocked(noteRefused).mockClear())

const own = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
const post = (headers: Record<string, string>, body = 'a=b') =>
  new Request('http://here.test/report/role/answer', { method: 'POST', headers, body })

it.each([
  [{ ...own, 'sec-fetch-site': 'cross-site' }, 'other-site', 'foreign'],
  [{ ...own, 'content-type': 'application/json' }, 'wrong-type', 'wrong-type'],
])('a form with %j is refused and counted', async (headers, code, atDesk) => {
  const answer = await postedForm(post(headers), 'en')
  expect(answer instanceof Response ? await answer.text() : '').toBe(code)
  expect(await postedToDesk(post(headers))).toBe(atDesk)
  expect(vi.mocked(noteRefused).mock.calls).toEqual([[code], [atDesk]])
})

it('a form of ours is taken, and nothing is counted', async () => {
  for (const form of [await postedForm(post(own), 'en'), await postedToDesk(post(own))])
    expect(form instanceof URLSearchParams && form.toString()).toBe('a=b')
  expect(noteRefused).not.toHaveBeenCalled()
})
