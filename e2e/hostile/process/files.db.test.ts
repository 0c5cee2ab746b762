import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { NextRequest } from 'next/server'
import { renderToReadableStream } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ensureKeys, leastReport, play, reporter } from '@/e2e/factories/play'
import { sessionFor } from '@/e2e/factories/sessions'
import FilesPage from '@/app/[locale]/(public)/[journey]/files/page'
import { arrivingFiles } from '@/app/files/_http/arriving-files'
import { POST as add } from '@/app/files/[place]/add/route'
import { POST as give } from '@/app/staff/cases/[reference]/file/route'
import { POST as sayWhy } from '@/app/staff/cases/[reference]/reason/route'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { filesAt } from '@/lib/commands/evidence/file-place'
import { submitJourney } from '@/lib/commands/submit-journey'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { mostFiles } from '@/lib/domain/evidence/limits'
import { draftCookie } from '@/lib/drafts/cookie'
import type { DraftFiles } from '@/lib/drafts/draft'
import { readDraft } from '@/lib/drafts/read-draft'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { proxy } from '@/proxy'
import { count } from '../figures'
import { hostileFiles } from '../sets/files/hostile-files'
import type { HostileFile } from '../sets/files/hostile-files'
import { hostileFileNames } from '../sets/files/names'
import { asBrowsersWrite, formWithFiles } from './form-with-files'
import { requestStore } from './request-store'

vi.mock('next/headers', async () => (await import('./request-store')).headersModule())
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

const origin = 'http://localhost:3000'
const supervisor = seedId('account', 'supervisor@example.test')
const folder = mkdtempSync(join(tmpdir(), 'hostile-files-'))
const marked = join(folder, 'ran')
let asked = 0
const listener = createServer((_request, response) => {
  asked += 1
  response.end()
})
let files: readonly HostileFile[] = []

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
  await once(listener.listen(0, '127.0.0.1'), 'listening')
  const { port } = listener.address() as AddressInfo
  files = hostileFiles({ url: `http://127.0.0.1:${String(port)}/ran`, path: marked })
})
beforeEach(() => {
  requestStore.cookies.clear()
})
afterAll(() => {
  listener.close()
  rmSync(folder, { recursive: true, force: true })
})

const refusals: DraftFiles['refused'][number][] = []

/** Forms of ten files at most; each file that breaks off has one of its own, which it ends. */
function formsOf(all: readonly HostileFile[]): readonly (readonly HostileFile[])[] {
  const whole = all.filter(({ sort }) => sort !== 'cut')
  const tens = Array.from({ length: Math.ceil(whole.length / 10) }, (_, at) =>
    whole.slice(at * 10, at * 10 + 10),
  )
  return [...tens, ...all.filter(({ sort }) => sort === 'cut').map((one) => [one])]
}

/** Forms for one report each time: as many as it has room for. */
function* reportsOf(all: readonly HostileFile[]): Generator<readonly (readonly HostileFile[])[]> {
  let forms: (readonly HostileFile[])[] = []
  const room = () => mostFiles - forms.flat().filter(({ never }) => !never).length
  for (const form of formsOf(all)) {
    if (form.filter(({ never }) => !never).length > room()) {
      yield forms
      forms = []
    }
    forms.push(form)
  }
  yield forms
}

/** Adds files to a report that is begun for them. Gives the report's cookie. */
async function addAll(forms: readonly (readonly HostileFile[])[]): Promise<string> {
  const cookie = await play(reporter, leastReport)
  requestStore.cookies.set(draftCookie('public').name, cookie)
  for (const form of forms) {
    const named = form.map((one) => ({ ...one, name: asBrowsersWrite(one.name) }))
    const request = formWithFiles(`${origin}/files/report/add`, named, form[0]?.sort === 'cut')
    expect((await add(request, { params: Promise.resolve({ place: 'report' }) })).status).toBe(303)
    refusals.push(...(await filesOf(cookie)).refused)
  }
  return cookie
}

async function filesOf(cookie: string): Promise<DraftFiles> {
  const found = filesAt(await readDraft('public', cookie), 'report')
  if (found === null) throw new Error('The report is gone.')
  return found
}

async function send(cookie: string): Promise<{ readonly reference: string; readonly submissionId: string }> {
  const token = (await readDraft('public', cookie))?.journeys.report?.token ?? ''
  const post = {
    slot: 'public',
    channel: 'online',
    locale: 'en',
    journeyId: 'report',
    token,
    cookie,
  } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return result.sent
}

/** A form of the case page, as its supervisor posts it. */
function deskForm(path: string, fields: Readonly<Record<string, string>>): Request {
  return new Request(`${origin}${path}`, {
    method: 'POST',
    headers: { origin, host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, 'shown-to': supervisor }),
  })
}

/** Every file of a case, as staff are given it: its bytes, and its headers as they stand once the proxy has set its own. */
async function givenOf(reference: string, submissionId: string) {
  requestStore.cookies.set(sessionCookie().name, await sessionFor(supervisor, 'password'))
  const params = () => ({ params: Promise.resolve({ reference }) })
  const path = `/staff/cases/${reference}`
  await sayWhy(deskForm(`${path}/reason`, { reason: 'supervision' }), params())
  const rows = await ownerDb().evidence.findMany({ where: { submissionId }, orderBy: { begunAt: 'asc' } })
  const given = []
  for (const { id } of rows) {
    const answer = await give(deskForm(`${path}/file`, { file: id }), params())
    const headers = new Headers(answer.headers)
    const around = proxy(new NextRequest(`${origin}${path}/file`, { method: 'POST' })).headers
    for (const [name, value] of around) if (!name.startsWith('x-middleware')) headers.set(name, value)
    given.push({ status: answer.status, headers, bytes: Buffer.from(await answer.arrayBuffer()) })
  }
  return given
}

/** Whether a browser could do anything with an answer but keep it. */
function isShown(headers: Headers): boolean {
  const said = (name: string) => headers.get(name) ?? ''
  return !(
    /^attachment; filename="HC-[0-9A-Z-]+-file-\d+\.[a-z0-9]+"$/u.test(said('content-disposition')) &&
    said('content-type') === 'application/octet-stream' &&
    said('x-content-type-options') === 'nosniff' &&
    said('cross-origin-resource-policy') === 'same-origin' &&
    said('content-security-policy') === "sandbox; default-src 'none'"
  )
}

describe('three hundred hostile files', () => {
  test('are refused in words or kept as they are, and given out to keep; none runs, none is shown', async () => {
    expect(files).toHaveLength(300)
    let [taken, shown] = [0, 0]
    for (const forms of reportsOf(files)) {
      const cookie = await addAll(forms)
      const { held } = await filesOf(cookie)
      const page = await FilesPage({ params: Promise.resolve({ locale: 'en', journey: 'report' }) })
      const drawn = await text(await renderToReadableStream(page))
      expect(drawn).not.toMatch(/<script>__pwned|<img src=x|\u202E|a{100}/u)
      expect(drawn).not.toContain('\u001B')
      const { reference, submissionId } = await send(cookie)
      const given = await givenOf(reference, submissionId)
      expect(given).toHaveLength(held.length)
      for (const { status, headers, bytes } of given) {
        expect(status).toBe(200)
        if (isShown(headers)) shown += 1
        const mayBe = forms.flat().filter(({ never }) => !never)
        expect(mayBe.some((one) => one.bytes.equals(bytes))).toBe(true)
      }
      taken += held.length
    }
    const ran = asked + (existsSync(marked) ? 1 : 0)
    process.stdout.write(
      `  300 hostile files: ${String(taken)} taken, ${String(refusals.length)} refused in words, ${String(ran)} ran, ${String(shown)} shown\n`,
    )
    count('hostile files sent', files.length)
    count('hostile files taken', taken)
    count('hostile files refused in words', refusals.length)
    count('hostile files that ran', ran)
    count('hostile files given to be shown', shown)
    expect({ ran, shown }).toEqual({ ran: 0, shown: 0 })
    expect(taken + refusals.length).toBe(300)
  }, 600_000)

  test('whose names no browser would write break no form', async () => {
    for (const name of hostileFileNames) {
      const all = [name, 'after.jpg'].map((one) => ({ name: one, bytes: Buffer.from('a few words') }))
      const names: string[] = []
      for await (const one of arrivingFiles(formWithFiles(`${origin}/files/report/add`, all, false))) {
        expect(await text(Readable.from(one.bytes))).toContain('a few words')
        names.push(one.name)
      }
      expect(names.at(-1), JSON.stringify(name)).toBe('after.jpg')
    }
  })
})
