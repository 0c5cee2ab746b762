import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '@/e2e/factories/parity-rows'
import { sessionFor } from '@/e2e/factories/sessions'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { POST as here } from '@/app/staff/cases/[reference]/here/route'
import { currentActor, currentSessionUnused } from '@/lib/auth/require-actor'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { ownerDb } from '@/lib/db/owner'
import { byItself } from '@/lib/domain/live/by-itself'
import { newReference } from '@/lib/domain/reference'
import { endLive } from '@/lib/queries/live/hub'
import { ownDatabase } from '@/scripts/testing/own-database'
import { GET } from './route'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

await ownDatabase()

const row = parityRow(newReference('report', crypto.getRandomValues(new Uint8Array(8))), {
  ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
  ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
})
const longAgo = new Date(Date.now() - 60_000)
let accountId = ''

beforeAll(async () => {
  await storeParityRows([row])
  accountId = randomUUID()
  const email = `${accountId}@example.test`
  await ownerDb().account.create({ data: { id: accountId, email, name: 'Test Person', role: 'supervisor' } })
})
afterEach(async () => {
  requestStore.cookies.clear()
  await endLive()
})
afterAll(() => dropParityRows([row]))

async function signIn(): Promise<void> {
  requestStore.cookies.set(sessionCookie().name, await sessionFor(accountId))
  await ownerDb().staffSession.updateMany({ where: { accountId }, data: { lastSeenAt: longAgo } })
}
const lastSeen = async () =>
  (await ownerDb().staffSession.findFirst({ where: { accountId }, orderBy: { lastSeenAt: 'desc' } }))
    ?.lastSeenAt

const get = (query: string, signal = new AbortController().signal) =>
  GET(new Request(`http://localhost:3000/staff/live?${query}`, { signal }))

it('is nobody’s without a session', async () => {
  expect((await get('since=0')).status).toBe(401)
})

it('tells what is newer than the page and the state of its case, is no use of the session, and ends with the request', async () => {
  await signIn()
  const ending = new AbortController()
  const answer = await get(`since=0&case=${row.reference}`, ending.signal)
  expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (!text.includes('event: queue')) text += (await reader?.read())?.value ?? ''
  expect(text).toMatch(
    /^retry: 5000\n\nevent: case\ndata: \{"mark":"0-1-\d+-\d+"\}\n\nevent: here\ndata: \{\}\n\n/u,
  )
  expect(text).not.toContain(row.reference)
  expect(await lastSeen()).toEqual(longAgo)
  ending.abort()
  for (;;) if ((await reader?.read())?.done !== false) break
})

it('opens no stream for whoever went while it was looked up who they are', async () => {
  await signIn()
  const answer = await get('since=0', AbortSignal.abort())
  expect([answer.status, answer.body]).toEqual([204, null])
})

it('says who else has a case open to a page of ours alone, and is no use of the session', async () => {
  await signIn()
  const post = (site: string, reference = row.reference) =>
    here(
      new Request('http://localhost:3000/staff', {
        method: 'POST',
        headers: { 'sec-fetch-site': site, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'writing=yes',
      }),
      { params: Promise.resolve({ reference }) },
    )
  expect((await post('cross-site')).status).toBe(400)
  expect((await post('same-origin', 'HC-0000-0000')).status).toBe(404)
  // They may open it, and have not said why yet.
  expect((await post('same-origin')).status).toBe(404)
  const sessionHandle = (await currentSessionUnused())?.handle ?? ''
  await ownerDb().caseReason.create({
    data: { sessionHandle, caseId: row.id, accountId, reason: 'supervision', givenAt: new Date() },
  })
  const answer = await post('same-origin')
  expect([answer.status, await answer.json()]).toEqual([200, { others: [] }])
  expect(await lastSeen()).toEqual(longAgo)
})

it('draws a page anew by itself without that being use of the session, which every other request is', async () => {
  await signIn()
  requestStore.cookies.set(byItself.name, byItself.value)
  expect((await currentActor())?.id).toBe(accountId)
  expect(await lastSeen()).toEqual(longAgo)
  requestStore.cookies.delete(byItself.name)
  expect((await currentActor())?.id).toBe(accountId)
  expect(await lastSeen()).not.toEqual(longAgo)
})
