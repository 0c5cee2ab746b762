import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { ensureKeys } from '@/e2e/factories/play'
import { sessionFor } from '@/e2e/factories/sessions'
import { tellingCase } from '@/e2e/factories/telling-case'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { tickOf } from '@/lib/domain/many-cases'
import type { Role } from '@/lib/domain/words'
import { createIndexKey } from '@/lib/sealing/blind-index'
import AccountsPage from '../admin/page'
import AuditPage from '../audit/page'
import CasePage from '../cases/[reference]/page'
import QueuePage from '../page'
import SearchPage from '../search/page'
import { POST as search } from '../search/answer/route'
import { POST as act } from './act/route'
import { POST as erase } from './erase/route'
import RetentionPage from './page'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

const made = { id: '', reference: '' }

async function enter(provedMinutesAgo = 0, role: Role = 'supervisor'): Promise<string> {
  const id = randomUUID()
  const data = { id, email: `${id}@example.test`, name: 'Test', role }
  await ownerDb().account.create({ data })
  requestStore.cookies.clear()
  requestStore.cookies.set(sessionCookie().name, await sessionFor(id, 'password'))
  const strongAt = new Date(Date.now() - provedMinutesAgo * 60_000)
  await ownerDb().staffSession.updateMany({ where: { accountId: id }, data: { strongAt } })
  return id
}

const drawn = async (page: Promise<ReactNode>) => text(await renderToReadableStream(await page))
const query = (given: Record<string, string> = {}) => ({ searchParams: Promise.resolve(given) })
const tick = async () => tickOf(await ownerDb().case.findUniqueOrThrow({ where: { id: made.id } }))

const posted = (path: string, fields: Readonly<Record<string, string>>) =>
  new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })

beforeAll(async () => {
  await ensureKeys()
  await createIndexKey(env().KEY_DIR)
  const id = await enter()
  Object.assign(made, await tellingCase(id, id))
  const shown = `/staff/retention/act?case=${made.reference}`
  await act(posted(shown, { act: 'ask', 'ask-reason': 'retention-over', case: await tick() }))
})

describe('a form about how long a case is kept, back from confirming who one is', () => {
  const again = { kept: 'confirmed', form: 'erase' }
  const waiting = async (path: string) => {
    const answer = await erase(posted(path, { case: await tick(), sure: 'yes' }))
    expect(answer.headers.get('location')).toMatch(/^\/staff\/confirm\?back=/u)
  }

  it('is there, with its button, on the page of the case', async () => {
    await enter(11)
    const casePage = () =>
      drawn(CasePage({ params: Promise.resolve({ reference: made.reference }), ...query(again) }))
    expect(await casePage()).toMatch(/<details(?![^>]* open)[^>]*><summary[^>]*>Decide about it/u)
    await waiting(`/staff/retention/erase?case=${made.reference}`)
    expect(await casePage()).toMatch(/<details open=""[^>]*><summary[^>]*>Decide about it/u)
  })

  it('has the ticks it had, on the same page of the list', async () => {
    await enter(11)
    const listPage = () => drawn(RetentionPage(query({ list: 'waiting', ...again })))
    const box = `value="${await tick()}"`
    const isTicked = async () =>
      (await listPage())
        .match(/<input[^>]*>/gu)
        ?.some((input) => input.includes(box) && input.includes('checked'))
    expect(await isTicked()).toBe(false)
    await waiting('/staff/retention/erase?list=waiting&page=1')
    expect(await isTicked()).toBe(true)
    expect(await listPage()).toContain('formAction="/staff/retention/erase?list=waiting&amp;page=1"')
  })
})

describe('a search that was not done', () => {
  it('says so, and what an earlier one found is not there to be taken for its answer', async () => {
    await enter()
    await search(posted('/staff/search/answer', { text: 'Nobodyatall' }))
    const answer = 'By surname'
    expect(await drawn(SearchPage(query()))).toContain(answer)
    for (const undone of [
      { problem: 'not-logged', form: 'search' },
      { kept: 'ended', form: 'search' },
    ]) {
      const page = await drawn(SearchPage(query(undone)))
      expect(page).not.toContain(answer)
      expect(page.includes('role="alert"')).toBe('problem' in undone)
    }
    expect(await drawn(SearchPage(query({ problem: 'not-logged' })))).toContain(
      'could not be written to the log, so nothing was done',
    )
  })
})

describe('whoever has no queue', () => {
  it.each([
    ['auditor', '/staff/audit', AuditPage],
    ['administrator', '/staff/admin', AccountsPage],
  ] as const)('and is %s, is told where they start why a form was not taken', async (role, start, Page) => {
    await enter(0, role)
    const undone = query({ problem: 'another-person' })
    await expect(drawn(QueuePage(undone))).rejects.toMatchObject({
      digest: expect.stringContaining(`${start}?problem=another-person;`) as string,
    })
    expect(await drawn(Page(undone))).toMatch(/role="alert".*nothing was done in your name/u)
  })
})
