import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '@/e2e/factories/parity-rows'
import { sessionFor } from '@/e2e/factories/sessions'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { monthOf } from '@/lib/domain/figures/statistics-year'
import type { PassedOver } from '@/lib/domain/queue-filters'
import { translator } from '@/lib/i18n/translate'
import { pageSize } from '@/lib/queries/list-queue'
import { ownDatabase } from '@/scripts/testing/own-database'
import AttentionPage from './attention/page'
import { POST as settle } from './cases/[reference]/settle/route'
import InsightPage from './insights/page'
import OwnInsightPage from './insights/own/page'
import QueuePage from './page'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

const t = translator('en')

// All there is to see to is listed.
await ownDatabase()

const rows = Array.from({ length: 2 * pageSize + 1 }, (_, index) =>
  parityRow(`HC-Q${String(index).padStart(3, '0')}-0000`, {
    ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  }),
)

beforeAll(async () => {
  await storeParityRows(rows)
  const data = rows
    .slice(0, 25)
    .map(({ id }) => ({ id: randomUUID(), caseId: id, rule: 'promise-broken', raisedAt: new Date() }))
  await ownerDb().escalation.createMany({ data })
  const id = randomUUID()
  const email = `${id}@example.test`
  await ownerDb().account.create({ data: { id, email, name: 'Test Person', role: 'supervisor' } })
  requestStore.cookies.set(sessionCookie().name, await sessionFor(id, 'password'))
})
afterAll(() => dropParityRows(rows))

const asked = (query: Record<string, string> = {}) => ({ searchParams: Promise.resolve(query) })
const html = async (page: Promise<ReactNode>) =>
  (await text(await renderToReadableStream(await page))).replaceAll('<!-- -->', '').replaceAll('&amp;', '&')
const drawn = (query: Record<string, string>) => html(QueuePage(asked(query)))

it('keeps the page of what needs a supervisor beside that of the queue, wherever it leads', async () => {
  const html = await drawn({ page: '2', needs: '2' })
  const form = /<form[^>]*action="[^"]*\/settle"[^]*?<\/form>/u.exec(html)?.[0]
  expect(form).toMatch(/name="back" value="page=2&needs=2"/u)
  for (const query of ['needs=2', 'page=3&needs=2', 'page=2', 'page=2&needs=3'])
    expect(html).toContain(`href="/staff?${query}"`)
  expect(html).toMatch(/href="\/staff\?page=2&needs=2&case=HC-Q\d{3}-0000"/u)
})

it('leads back to the last page there is, and to the first by an address of its own', async () => {
  expect(await drawn({ needs: '99' })).toContain('name="back" value="needs=3"')
  expect(await drawn({})).toContain('name="back" value=""')
})

it('keeps months and a way in wherever it leads, also in what is kept as a view', async () => {
  const month = monthOf(new Date(), currentForce())
  const narrowed = `channel=online&from=${month}&until=${month}`
  const html = await drawn({ channel: 'online', from: month, until: month })
  expect(html).toContain(t('behind.besideFigures'))
  expect(html).toContain(t('behind.order'))
  expect(html).toContain(`href="/staff/figures?from=${month}&to=${month}"`)
  expect(html).toContain(`href="/staff?${narrowed}&page=2"`)
  expect(html).toMatch(new RegExp(`href="/staff\\?${narrowed}&case=HC-Q\\d{3}-0000"`, 'u'))
  expect(html).toMatch(new RegExp(`action="/staff/views/add\\?${narrowed}"`, 'u'))
  for (const name of ['from', 'until'])
    expect(html).toMatch(new RegExp(`<input id="queue-${name}"[^>]* value="${month}"`, 'u'))
  expect(html).not.toContain('id="problem"')
})

it.each([
  ['promised', { outcome: 'late' }],
  ['closed', { disposition: 'advice' }],
] as const)('says that “%s” narrows nothing without months, and keeps what was chosen', async (of, more) => {
  const months = { from: '2024-01', until: '2025-01' }
  const asked = { of, ...more }
  const html = await drawn({ ...asked, from: '', until: '' })
  expect(html).toContain(t(`behind.problem.of-none.${of}`))
  expect(html).toMatch(/<input id="queue-from"[^>]*aria-invalid="true"/u)
  for (const value of Object.values(asked)) expect(html).toMatch(isChosen(value))
  expect(html).toMatch(/<details open=""[^>]*>\s*<summary[^>]*>Months/u)
  // With months it is narrowed, and with wrong ones what was chosen stays as well.
  expect(await drawn({ ...asked, ...months })).not.toContain(t('behind.problem.title'))
  const wrong = await drawn({ ...asked, ...months, from: '2024' })
  expect(wrong).toContain(t('behind.problem.no-month'))
  for (const value of Object.values(asked)) expect(wrong).toMatch(isChosen(value))
})

/** An option that is marked as the one. */
const isChosen = (value: string) => new RegExp(`<option value="${value}" selected=""`, 'u')

it('says what is wrong with months, keeps what was typed, and is narrowed to the rest', async () => {
  const html = await drawn({ from: '2026-13', until: '2026-02', channel: 'online' })
  expect(html).not.toContain(t('behind.besideFigures'))
  expect(html).toContain(t('behind.problem.title'))
  expect(html).toContain(`href="#queue-from"`)
  expect(html).toContain(t('behind.problem.no-month'))
  expect(html).toMatch(/<input id="queue-from"[^>]*aria-invalid="true"[^>]*value="2026-13"/u)
  expect(html).toMatch(/<details open=""[^>]*>\s*<summary[^>]*>Months/u)
  expect(html).toMatch(/action="\/staff\/views\/add\?channel=online"/u)
  expect(await drawn({})).not.toMatch(/<details open=""[^>]*>\s*<summary[^>]*>Months/u)
})

it('says what of an address narrows nothing, where to choose anew, and what is listed', async () => {
  const html = await drawn({ district: 'xx', of: 'answered', set: 'lost', channel: 'online' })
  expect(html).toContain(t('behind.problem.title'))
  for (const field of ['district', 'of', 'list']) {
    const way = new RegExp(`<a href="#queue-${field}"[^>]*>${t(`staff.queue.passedOver.${field}`)}</a>`, 'u')
    expect(html).toMatch(way)
    expect(html.split(`id="queue-${field}"`)).toHaveLength(2)
  }
  expect(html).toMatch(/<select id="queue-district"[^>]*aria-invalid="true"[^>]*aria-describedby="problem"/u)
  expect(html).not.toMatch(/<select id="queue-channel"[^>]*aria-invalid/u)
  expect(html).toMatch(/<details open=""[^>]*>\s*<summary[^>]*>Months/u)
  // Nothing of it goes on, and what was asked for besides does.
  expect(html).toMatch(/action="\/staff\/views\/add\?channel=online"/u)
  expect(html).not.toContain('xx"')
  const other = await drawn({ district: 'xx' })
  expect(other).not.toMatch(/<details open=""[^>]*>\s*<summary[^>]*>Months/u)
  expect(await drawn({ district: currentForce().districts[0]?.id ?? '' })).not.toContain('id="problem"')
})

it.each<[PassedOver['name'], string]>([
  ['kind', 'kind'],
  ['channel', 'channel'],
  ['strand', 'strand'],
  ['risk', 'risk'],
  ['status', 'status'],
  ['holder', 'holder'],
  ['lane', 'lane'],
  ['fresh', 'fresh'],
  ['sealed', 'list'],
  ['snoozed', 'list'],
])('says of no %s that there is none such, in words of its own', async (name, said) => {
  expect(t.has(`staff.queue.passedOver.${said}`)).toBe(true)
  expect(await drawn({ [name]: 'xx' })).toContain(`href="#queue-${said}"`)
})

it('has first what a number led to, with how many they are, and then what needs a supervisor', async () => {
  const places = async (query: Record<string, string>) => {
    const html = await drawn(query)
    return [html.indexOf('id="escalations-title"'), html.indexOf('data-row="')] as const
  }
  const [asks, list] = await places({})
  expect(asks).toBeGreaterThan(-1)
  expect(list).toBeGreaterThan(asks)
  const [asksAfter, listed] = await places({ set: 'unopened' })
  expect(listed).toBeGreaterThan(-1)
  expect(asksAfter).toBeGreaterThan(listed)
  const counted = await drawn({ set: 'unopened' })
  expect(counted).toContain(t('staff.queue.inSet', { count: rows.length }))
  expect(await drawn({})).not.toContain(t('staff.queue.inSet', { count: rows.length }))
  // What cannot wait is a press away from above the list.
  const way = 'href="#escalations-title"'
  expect(counted.indexOf(way)).toBeGreaterThan(-1)
  expect(counted.indexOf(way)).toBeLessThan(counted.indexOf('data-row="'))
  expect(await drawn({})).not.toContain(way)
})

/** The number that a page of insight gives, with these words, of what is behind an address. */
const numberOf = (page: string, href: string, words: string) =>
  new RegExp(`<a href="${href}"[^>]*><span[^>]*>(\\d+)</span><span[^>]*>${words}</span>`, 'u').exec(page)?.[1]

it('tells supervisors of the same cases in the queue, on the page for supervisors, and first in insight', async () => {
  const needed = (page: string) => [...page.matchAll(/data-escalation="([^"]+)"/gu)].map(([, found]) => found)
  const attention = await html(AttentionPage(asked()))
  expect(needed(attention)).toHaveLength(10)
  expect(needed(attention)).toEqual(needed(await drawn({})))
  expect(attention).toContain(t('staff.escalation.title', { count: 25 }))
  expect(attention.indexOf('data-escalation')).toBeLessThan(
    attention.indexOf(t('casework.attention.closings')),
  )
  expect(attention).toContain('href="/staff/attention?needs=2#escalations-title"')
  expect(needed(await html(AttentionPage(asked({ needs: '3' }))))).toHaveLength(5)

  const href = '/staff/attention#escalations-title'
  const insight = await html(InsightPage(asked()))
  expect(numberOf(insight, href, 'Needs a supervisor')).toBe('25')
  expect(insight.indexOf(href)).toBeLessThan(insight.indexOf(t('insight.set.danger')))
  const [district] = currentForce().districts
  const narrowed = await html(InsightPage(asked({ district: district?.id ?? '' })))
  expect(numberOf(narrowed, href, 'Needs a supervisor, in all districts')).toBe('25')
})

it('leads whoever settles one on the page for supervisors back there', async () => {
  const page = await html(AttentionPage(asked()))
  const form = /<form[^>]*action="[^"]*\/settle"[^]*?<\/form>/u.exec(page)?.[0] ?? ''
  const fields = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/gu)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
  const [, reference = ''] = /cases\/([^/]+)\/settle/u.exec(form) ?? []
  const answer = await settle(
    new Request('http://localhost:3000/staff', {
      method: 'POST',
      headers: {
        ...{ origin: 'http://localhost:3000', host: 'localhost:3000' },
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields),
    }),
    { params: Promise.resolve({ reference }) },
  )
  expect(answer.headers.get('location')).toBe('/staff/attention?done=settle')
  const after = await html(AttentionPage(asked({ done: 'settle' })))
  expect(after).toContain(t('staff.done.settle'))
  expect(after).not.toContain(`data-escalation="${reference}"`)
})

it('tells an officer first of what they are asked to take, as their menu does', async () => {
  const id = randomUUID()
  const email = `${id}@example.test`
  await ownerDb().account.create({ data: { id, email, name: 'Test Officer', role: 'liaison-officer' } })
  const [first, second] = rows
  await ownerDb().case.updateMany({
    where: { id: { in: [first?.id ?? '', second?.id ?? ''] } },
    data: { offeredToId: id, offeredAt: new Date() },
  })
  requestStore.cookies.set(sessionCookie().name, await sessionFor(id, 'password'))
  const own = await html(OwnInsightPage())
  expect(numberOf(own, '/staff#asked', t('insight.own.asked'))).toBe('2')
  expect(own.indexOf(t('insight.own.asked'))).toBeLessThan(own.indexOf(t('insight.set.danger')))
  expect(await drawn({})).toContain('id="asked"')
})
