import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '@/e2e/factories/parity-rows'
import { sessionFor } from '@/e2e/factories/sessions'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { monthOf } from '@/lib/domain/figures/statistics-year'
import { translator } from '@/lib/i18n/translate'
import { pageSize } from '@/lib/queries/list-queue'
import { ownDatabase } from '@/scripts/testing/own-database'
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

const drawn = async (query: Record<string, string>) =>
  (await text(await renderToReadableStream(await QueuePage({ searchParams: Promise.resolve(query) }))))
    .replaceAll('<!-- -->', '')
    .replaceAll('&amp;', '&')

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
  expect(html).toContain(`href="/staff/figures?from=${month}&to=${month}"`)
  expect(html).toContain(`href="/staff?${narrowed}&page=2"`)
  expect(html).toMatch(new RegExp(`href="/staff\\?${narrowed}&case=HC-Q\\d{3}-0000"`, 'u'))
  expect(html).toMatch(new RegExp(`action="/staff/views/add\\?${narrowed}"`, 'u'))
  for (const name of ['from', 'until'])
    expect(html).toContain(`<input type="hidden" name="${name}" value="${month}"/>`)
  expect(await drawn({ from: '2026-13', until: month })).not.toContain(t('behind.besideFigures'))
})

it('has first what a number led to, with how many they are, and then what needs a supervisor', async () => {
  const places = async (query: Record<string, string>) => {
    const html = await drawn(query)
    return [html.indexOf('escalations-title'), html.indexOf('data-row="')] as const
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
})
