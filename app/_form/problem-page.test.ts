import { expect, it, vi } from 'vitest'
import { mayEnter } from '@/lib/domain/desk-areas'
import { roles } from '@/lib/domain/words'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { problemPage } from './problem-page'
import type { Problem } from '@/lib/edge/problem'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const problems: [Problem, number, string][] = [
  ['too-large', 413, 'too much to send'],
  ['wrong-type', 415, 'could not read'],
  ['other-site', 403, 'another site'],
  ['not-found', 404, 'not found'],
  ['wrong', 500, 'went wrong'],
  ['malformed', 400, 'could not read that request'],
  ['wrong-method', 405, 'cannot be opened by address'],
  ['too-slow', 408, 'too long to arrive'],
  ['no-length', 411, 'could not read that request'],
  ['too-long', 414, 'could not read that request'],
  ['other-host', 421, 'could not read that request'],
  ['too-many-headers', 431, 'could not read that request'],
  ['no-such-method', 501, 'could not read that request'],
]

it.each(problems)('%s is answered with %i and says so', async (problem, status, words) => {
  const page = problemPage(problem, 'en')
  const html = await page.text()
  expect(page.status).toBe(status)
  expect(html).toMatch(new RegExp(`<h1>[^<]*${words}`, 'i'))
  expect(html).toContain('href="/exit"')
  expect(html).toMatch(/In danger now\?<\/strong> Call\s<a href="tel:999">/u)
  expect(html).not.toMatch(/\{|public\./)
})

it.each(problems)('at the desk %s is answered with %i in the desk’s frame', async (problem, status) => {
  const page = problemPage(problem, 'desk')
  const html = await page.text()
  expect(page.status).toBe(status)
  expect(html).toMatch(/<title>[^<]+ – Desk<\/title>/u)
  expect(html).toContain('href="/staff"')
  expect(html).not.toMatch(/href="\/(exit|start|)"|tel:|101|\{|staff\./u)
  expect(html.includes('999')).toBe(problem === 'not-found')
})

it.each([...roles, null])(
  'what is not found leads %s to the glass only if it is theirs, and says whom to ring if not',
  async (role) => {
    const html = await problemPage('not-found', 'desk', role).text()
    const isTheirs = role !== null && mayEnter(role, 'glass')
    expect(html.includes('href="/staff/break-glass"')).toBe(isTheirs)
    expect(html.includes('Ring 999 or the control room now')).toBe(!isTheirs)
  },
)

it('says the number for emergencies in Welsh too', async () => {
  const html = await problemPage('not-found', 'cy').text()
  expect(html).toMatch(/Mewn perygl nawr\?<\/strong> Ffoniwch\s<a href="tel:999">/u)
})
