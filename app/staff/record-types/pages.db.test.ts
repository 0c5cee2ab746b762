import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { renderToReadableStream } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { ownerDb } from '@/lib/db/owner'
import RecordTypesPage from './page'
import { POST as propose } from './propose/route'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

let actorId: string
beforeEach(async () => {
  actorId = randomUUID()
  await ownerDb().account.create({
    data: { id: actorId, email: `${actorId}@example.test`, name: 'Test Person', role: 'supervisor' },
  })
  requestStore.cookies.clear()
  requestStore.cookies.set(sessionCookie().name, await sessionFor(actorId, 'password'))
})

const page = async (query: Record<string, string> = {}) => {
  const drawn = await RecordTypesPage({ searchParams: Promise.resolve(query) })
  const html = await text(await renderToReadableStream(drawn))
  return html.replaceAll('<!-- -->', '')
}
/** The form of a proposal with its heading. */
const formIn = (html: string) => /<h2 id="propose"[^]*?<\/form>/u.exec(html)?.[0] ?? ''

const typed = {
  disposition: 'malicious',
  label: 'Words of mine',
  hint: '',
  kinds: 'report',
  'subject-data': 'keep',
  from: '2020-01-01',
  until: '',
  why: 'New rules',
}

/** Sends a proposal, and gives what the address it leads to asks for. */
async function sent(more: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const answer = await propose(
    new Request('http://localhost:3000/staff/record-types/propose', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'shown-to': actorId, ...typed, ...more }),
    }),
  )
  const led = new URL(answer.headers.get('location') ?? '', 'http://localhost:3000')
  return Object.fromEntries(led.searchParams)
}

describe('a proposal that was not taken', () => {
  it('is still a change of the ending it was of, and says so', async () => {
    const { label } = await malicious()
    const form = formIn(await page(await sent()))
    expect(form).toContain(`Propose a change of “${label}”`)
    expect(form).toContain('name="disposition" value="malicious"')
    expect(form).toContain('value="Words of mine"')
    expect(form).not.toContain('Propose a new way')
  })

  it('is not what another ending, or a new one, is changed by', async () => {
    await sent()
    const other = formIn(await page({ change: 'behaviour-or-intelligence' }))
    expect(other).toContain('name="disposition" value="behaviour-or-intelligence"')
    expect(other).not.toContain('Words of mine')
    const fresh = formIn(await page({ change: '' }))
    expect(fresh).toContain('Propose a new way to end a case')
    expect(fresh).toContain('name="disposition" value=""')
    expect(fresh).not.toContain('Words of mine')
    expect(formIn(await page({ change: 'malicious' }))).toContain('Words of mine')
  })

  it('says at each field what is wrong with it', async () => {
    const html = await page(await sent({ disposition: '', label: '', why: '', until: '2019-01-01' }))
    for (const field of ['label', 'until', 'why']) expect(html).toContain(`href="#${field}"`)
    expect(html).toContain('Write what staff choose.')
    expect(html).toContain('The last day is before the first.')
    expect(html).toMatch(/<textarea[^>]*aria-describedby="why-hint why-error"/u)
    expect(html).not.toContain('href="#from"')
  })

  it('says at the first day that it has gone by', async () => {
    const html = await page(await sent())
    expect(html).toMatch(/<a href="#from"[^>]*>[^<]*a day that has gone by/u)
  })

  it.each(['invalid', 'conflict', 'edition-past', 'edition-overlap'])(
    'is not to blame for a decision that failed: %s',
    async (problem) => {
      await sent({ label: '', why: '' })
      const html = await page({ problem, form: 'decide' })
      expect(html).toContain('role="alert"')
      expect(html).not.toMatch(/href="#(?:label|why|from|until)"|aria-invalid="true"|marked below/u)
      expect(formIn(html)).toContain('name="disposition" value="malicious"')
    },
  )
})

/** How the ending that is changed here is called. */
async function malicious(): Promise<{ readonly label: string }> {
  await page()
  const row = await ownerDb().recordType.findFirstOrThrow({
    where: { disposition: 'malicious', approved: true },
    orderBy: { fromDay: 'desc' },
  })
  return { label: (row.labels as { readonly en: string }).en }
}
