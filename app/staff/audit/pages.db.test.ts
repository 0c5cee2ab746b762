import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { dropDecoys } from '@/e2e/factories/drop-decoys'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { createKeys } from '@/lib/sealing/create-keys'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import DecoysPage from './decoys/page'
import { POST as makeDecoys } from './decoys/make/route'
import FlagsPage from './flags/page'
import HealthPage from './health/page'
import AuditPage from './page'
import SamplePage from './sample/page'
import { POST as openSampled } from './sample/open/route'
import { POST as sign } from './sample/sign/route'
import WhoPage from './who/page'
import { POST as takeOut } from './who/export/route'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

const account = (name: string) => seedId('account', `${name}@example.test`)
let reference = ''

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
  const [first] = everydayCases
  if (first === undefined) throw new Error('There is no case to send.')
  reference = await sendCase(first)
})

afterAll(dropDecoys)
beforeEach(() => {
  requestStore.cookies.clear()
})

async function enter(name: string): Promise<void> {
  requestStore.cookies.set(sessionCookie().name, await sessionFor(account(name), 'password'))
}

type Page = (props: { searchParams: Promise<Record<string, string>> }) => Promise<ReactNode>

async function shown(page: Page, query: Record<string, string> = {}): Promise<string> {
  return text(await renderToReadableStream(await page({ searchParams: Promise.resolve(query) })))
}

function posted(fields: Readonly<Record<string, string>>): Request {
  const headers = { origin: 'http://localhost:3000', host: 'localhost:3000' }
  return new Request('http://localhost:3000/staff/audit', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })
}

/** A look of the triager's at the case, which was drawn for the sample. */
async function drawnLook(): Promise<string> {
  const { id: caseId } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  const at = new Date()
  const look = {
    at,
    actorId: account('triager'),
    role: 'triager',
    action: 'opened',
    force: currentForce().id,
  }
  await ownerDb().auditEvent.createMany({
    data: [{ ...look, caseId, reference, detail: { reason: 'triage' } }],
  })
  const { seq } = await ownerDb().auditEvent.findFirstOrThrow({ where: { caseId }, orderBy: { seq: 'desc' } })
  const { id } = await ownerDb().lookSample.create({
    data: {
      id: crypto.randomUUID(),
      force: currentForce().id,
      week: new Date('2020-01-06'),
      seq,
      actorId: account('triager'),
      caseId,
      drawnAt: at,
    },
  })
  return id
}

describe('the pages of the audit', () => {
  it.each([
    ['Audit', AuditPage],
    ['Who has seen a case', WhoPage],
    ['Unusual looking', FlagsPage],
    ['Weekly sample', SamplePage],
    ['Health of the log', HealthPage],
  ] as const)('%s is there for an auditor and a supervisor', async (title, page) => {
    for (const name of ['auditor', 'supervisor']) {
      await enter(name)
      const html = await shown(page)
      expect(html).toContain(`<title>${title} – Desk</title>`)
      expect(html.match(/aria-current="page"/gu)).toHaveLength(2)
      expect(html.includes('/staff/audit/decoys')).toBe(name === 'auditor')
    }
  })

  it('that of decoys is an auditor’s alone', async () => {
    await enter('auditor')
    expect(await shown(DecoysPage)).toContain('Two for each thousand are advised')
    await enter('supervisor')
    await expect(shown(DecoysPage)).rejects.toMatchObject({
      digest: expect.stringContaining('/staff/missing') as string,
    })
  })

  it('who has seen a case is asked by its reference', async () => {
    await drawnLook()
    await enter('auditor')
    expect(await shown(WhoPage, { find: reference })).toMatch(/Opened it .*Why: triage\./u)
    expect(await shown(WhoPage, { find: reference, role: 'auditor' })).toContain('Nobody has')
    expect(await shown(WhoPage, { find: 'Obi' })).toContain('That is no reference.')
    const wrong = /<input id="find"[^>]*aria-invalid="true"[^>]*aria-describedby="(?<problem>[^"]+)"/u
    for (const page of [WhoPage, AuditPage]) {
      const html = await shown(page, { find: 'Obi' })
      expect(html).toContain(`id="${wrong.exec(html)?.groups?.problem ?? 'nothing'}"`)
      expect(await shown(page, { find: reference })).not.toContain('aria-invalid')
    }
  })
})

/** A flag about the triager, older than any other, of so many looks. */
async function raiseFlag(day: string, looks: number): Promise<string> {
  const seen = { at: new Date(day), actorId: account('triager'), role: 'triager', action: 'opened' }
  const row = { ...seen, force: currentForce().id, reference, detail: { reason: 'triage' } }
  await ownerDb().auditEvent.createMany({ data: Array.from({ length: looks }, () => row) })
  const rows = await ownerDb().auditEvent.findMany({ where: seen })
  const { id } = await ownerDb().lookingFlag.create({
    data: {
      ...{ id: crypto.randomUUID(), force: currentForce().id, rule: 'closed-cases', signs: ['closed-cases'] },
      ...{ actorId: account('triager'), day: new Date(day), raisedAt: new Date(day) },
      rows: rows.map(({ seq }) => seq),
    },
  })
  return id
}

describe('flags', () => {
  const raised: string[] = []
  afterAll(async () => {
    await ownerDb().lookingFlag.deleteMany({ where: { id: { in: raised } } })
  })

  it('show the newest fifty rows of each, with the way to all of them in the log', async () => {
    raised.push(await raiseFlag('2001-01-01', 2), await raiseFlag('2001-01-02', 60))
    const [few = '', many = ''] = raised
    await enter('auditor')
    const html = await shown(FlagsPage)
    const cardOf = (id: string) => html.split('<article').find((card) => card.includes(`flag-${id}`)) ?? ''
    const rowsIn = (text: string) => text.match(/<time /gu)?.length
    expect(rowsIn(cardOf(few))).toBe(2)
    expect(cardOf(few)).not.toContain('in the log')
    expect(rowsIn(cardOf(many))).toBe(50)
    expect(cardOf(many)).toContain('The newest 50 are shown.')
    expect(cardOf(many)).toContain(`<a href="/staff/audit?flag=${many}">All 60 in the log</a>`)
    const log = await shown(AuditPage, { flag: many })
    expect(log).toContain('These are the rows behind one flag')
    expect(rowsIn(log)).toBe(60)
    expect(rowsIn(await shown(AuditPage, { flag: 'nonsense' }))).toBeUndefined()
  })

  it('come ten to a page', async () => {
    for (let day = 10; day < 20; day++) raised.push(await raiseFlag(`2001-01-${String(day)}`, 1))
    await enter('auditor')
    const html = await shown(FlagsPage)
    expect(html.match(/<article/gu)).toHaveLength(10)
    expect(html).toContain('<a href="/staff/audit/flags?page=2">Next</a>')
    expect(await shown(FlagsPage, { page: '2' })).toContain('2001')
  })
})

describe('the forms of the audit', () => {
  it('a file is a file, under a name of ours', async () => {
    await enter('auditor')
    const answer = await takeOut(posted({ find: reference, format: 'csv' }))
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="who-saw-${reference}.csv"`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await answer.text()).toContain('"Reference","Name","Role"')
  })

  it('an old proof takes nothing out', async () => {
    await asOf(new Date(Date.now() - 11 * 60_000), () => enter('auditor'))
    const answer = await takeOut(posted({ find: reference, format: 'csv' }))
    expect(answer.headers.get('location')).toMatch(/^\/staff\/confirm\?back=/u)
  })

  it('a look that was drawn leads to its case, for that reason, and is signed', async () => {
    const look = await drawnLook()
    await enter('supervisor')
    const led = await openSampled(posted({ look }))
    expect(led.headers.get('location')).toBe(`/staff/cases/${reference}`)
    const given = await ownerDb().caseReason.findFirstOrThrow({
      where: { accountId: account('supervisor'), case: { reference } },
    })
    expect(given.reason).toBe('weekly-sample')
    const signed = await sign(posted({ look, outcome: 'in-order' }))
    expect(signed.headers.get('location')).toBe('/staff/audit/sample?done=sign')
    const again = await sign(posted({ look, outcome: 'asked' }))
    expect(again.headers.get('location')).toContain('problem=conflict')
    const closed = await openSampled(posted({ look }))
    expect(closed.headers.get('location')).toContain('problem=not-found')
  })

  test.each([
    ['auditor', { count: '1' }, 'done=decoys&count=1'],
    ['auditor', { count: '99' }, 'problem=invalid'],
    ['supervisor', { count: '1' }, 'problem=forbidden'],
  ])('a %s who asks for decoys, %j: %s', async (name, fields, leads) => {
    await enter(name)
    const answer = await makeDecoys(posted(fields))
    expect(answer.headers.get('location')).toContain(`/staff/audit/decoys?${leads}`)
  })
})
