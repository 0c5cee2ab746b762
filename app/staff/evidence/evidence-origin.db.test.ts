import { NextRequest } from 'next/server'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { arriving, arrivingAll } from '@/e2e/factories/arriving'
import { converse } from '@/e2e/factories/converse'
import { ensureKeys } from '@/e2e/factories/play'
import { sessionFor } from '@/e2e/factories/sessions'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { asOf } from '@/lib/adapters/clock'
import { endSession } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { addFiles } from '@/lib/commands/evidence/add-files'
import { sendFiles } from '@/lib/commands/evidence/send-files'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers } from '@/prisma/seed/seed-officers'
import { proxy } from '@/proxy'
import { POST as sayWhy } from '../cases/[reference]/reason/route'
import { POST as ask } from '../cases/[reference]/file/route'
import { GET as follow } from './[token]/route'

const setting = vi.hoisted((): { origin: string | undefined } => ({ origin: 'https://files.test' }))
vi.mock('@/lib/config/env', async (original) => {
  const real = await original<{ readonly env: () => object }>()
  return { ...real, env: () => ({ ...real.env(), EVIDENCE_ORIGIN: setting.origin }) }
})
vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

const desk = 'http://localhost:3000'
const supervisor = seedId('account', 'supervisor@example.test')
const words = new TextEncoder().encode('They said it again today.')
let reference = ''
let file = ''
let token = ''

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  const one = await converse()
  reference = one.reference
  await addFiles({ cookie: one.cookie, place: 'follow-up', files: arrivingAll(arriving('a.txt', words)) })
  await sendFiles(one.cookie)
  const { id } = await ownerDb().evidence.findFirstOrThrow({ where: { submissionId: one.submissionId } })
  file = id
})
beforeEach(async () => {
  setting.origin = 'https://files.test'
  token = await sessionFor(supervisor, 'password')
  requestStore.cookies.set(sessionCookie().name, token)
  await sayWhy(posted('reason', { reason: 'supervision' }), params())
})

const params = () => ({ params: Promise.resolve({ reference }) })

function posted(act: string, fields: Readonly<Record<string, string>>): Request {
  return new Request(`${desk}/staff/cases/${reference}/${act}`, {
    method: 'POST',
    headers: { origin: desk, host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, 'shown-to': supervisor }),
  })
}

/** Asks the desk for the file and gives where it leads. */
async function linked(as = 'sent'): Promise<URL> {
  const answer = await ask(posted('file', { file, as }), params())
  expect(answer.status).toBe(303)
  expect(await answer.text()).toBe('')
  return new URL(answer.headers.get('location') ?? '')
}

/** Follows a link as a browser does that has no cookie for the origin of files. */
async function followed(link: URL, host = link.host): Promise<Response> {
  requestStore.cookies.clear()
  const asked = { params: Promise.resolve({ token: link.pathname.split('/').at(-1) ?? '' }) }
  return follow(new Request(link, { headers: { host } }), asked)
}
const given = () => ownerDb().auditEvent.count({ where: { reference, action: 'evidence-given' } })

describe('where files have an origin of their own', () => {
  test('the desk gives a link and no byte; there the file is given once, to keep, with its row', async () => {
    const before = await given()
    const link = await linked()
    expect(link.origin).toBe('https://files.test')
    expect(link.href).not.toContain(reference)
    expect(link.href).not.toContain(file)
    expect(await given()).toBe(before)
    const answer = await followed(link)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${reference}-file-1.txt"`)
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(words))).toBe(true)
    expect(await given()).toBe(before + 1)
    expect((await followed(link)).status).toBe(404)
    expect(await given()).toBe(before + 1)
  })

  test('nothing may be shown there, and the desk’s forms may lead there and nowhere else', async () => {
    const headersAt = (path: string) => proxy(new NextRequest(`https://files.test${path}`)).headers
    const there = headersAt((await linked()).pathname).get('content-security-policy')
    expect(there).toBe("sandbox; default-src 'none'")
    const page = headersAt(`/staff/cases/${reference}`).get('content-security-policy')
    expect(page).toContain("form-action 'self' https://files.test")
    expect(headersAt('/report/role').get('content-security-policy')).toMatch(/form-action 'self'$/u)
  })

  test('a link leads to nothing at the desk’s address, after a minute, or when its session is over', async () => {
    expect((await followed(await linked(), 'localhost:3000')).status).toBe(404)
    requestStore.cookies.set(sessionCookie().name, token)
    const late = await linked()
    const later = new Date(Date.now() + 61_000)
    expect((await asOf(later, () => followed(late))).status).toBe(404)
    requestStore.cookies.set(sessionCookie().name, token)
    const ended = await linked()
    await endSession(token)
    expect((await followed(ended)).status).toBe(404)
    for (const forged of ['x', `${ended.pathname.slice(0, -2)}xx`])
      expect((await followed(new URL(forged, ended))).status).toBe(404)
  })

  test('what stands in the way is said at the desk, whose right is asked for when the link is followed', async () => {
    const back = await followed(await linked('copy'))
    expect([back.status, back.headers.get('location')]).toEqual([
      303,
      `${desk}/staff/cases/${reference}?problem=no-copy&form=file`,
    ])
    requestStore.cookies.set(sessionCookie().name, token)
    const link = await linked()
    await ownerDb().evidence.update({ where: { id: file }, data: { scan: 'found' } })
    const refused = await followed(link)
    expect(refused.headers.get('location')).toContain('problem=forbidden')
    await ownerDb().evidence.update({ where: { id: file }, data: { scan: 'unscanned' } })
  })
})

test('without one the desk gives the file itself, and no link leads anywhere', async () => {
  const link = await linked()
  setting.origin = undefined
  expect((await followed(link)).status).toBe(404)
  requestStore.cookies.set(sessionCookie().name, token)
  const answer = await ask(posted('file', { file, as: 'sent' }), params())
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(words))).toBe(true)
})
