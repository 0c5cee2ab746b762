import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { dropParityRows } from '@/e2e/factories/parity-rows'
import { sealedCase, storeSealedCases } from '@/e2e/factories/searchable-cases'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { indexNewCases } from '@/lib/jobs/index-new-cases'
import { createIndexKey } from '@/lib/sealing/blind-index'
import { createKeys } from '@/lib/sealing/create-keys'
import { forgetForms } from '../../_http/kept-form'
import { lastFound } from '../_search/last-found'
import { POST } from './route'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      set: (name: string, value: string) => jar.set(name, value),
    }),
  headers: () => Promise.resolve(new Headers()),
}))

const facts = {
  ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
  ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
}
const made = { reference: '', rows: [] as Parameters<typeof dropParityRows>[0] }

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  await createIndexKey(env().KEY_DIR)
  const one = await sealedCase('HC-7K2Q-M4TD', facts, { name: 'A Postedsearch', phone: '07700 900555' })
  await storeSealedCases([one])
  Object.assign(made, { reference: one.row.reference, rows: [one.row] })
  while ((await indexNewCases()) > 0);
})
afterAll(() => dropParityRows(made.rows))
beforeEach(() => {
  jar.clear()
})

async function signedIn(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  jar.set(sessionCookie().name, await sessionFor(id, 'password'))
  return { id, name: 'Test', role, districts: [] }
}

async function posted(text: string, site = 'same-origin'): Promise<string> {
  const answer = await POST(
    new Request('http://localhost:3000/staff/search/answer', {
      method: 'POST',
      headers: { 'sec-fetch-site': site, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ text }).toString(),
    }),
  )
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

describe('the search field', () => {
  it.each([
    ['a reference', 'hc 7k2q m4td', '/staff/cases/HC-7K2Q-M4TD'],
    ['a reference without dashes', 'HC7K2QM4TD', '/staff/cases/HC-7K2Q-M4TD'],
    ['the beginning of one', 'HC-7K', '/staff?find=HC-7K'],
    ['nothing', '  ', '/staff'],
    ['a telephone number', '07700 900555', '/staff/search'],
    ['a surname', 'Postedsearch', '/staff/search'],
    ['a name that begins like a reference', 'Hcobi', '/staff/search'],
    ['what is nothing', '1-2-3', '/staff/search'],
  ])('leads %s on, and only a reference is in an address', async (_what, text, to) => {
    await signedIn('supervisor')
    expect(await posted(text)).toBe(to)
  })

  it('keeps what was found for whoever searched, in their browser alone, until the next search or signing out', async () => {
    const [actor, colleague] = [await signedIn('supervisor'), await signedIn('supervisor')]
    jar.set(sessionCookie().name, await sessionFor(actor.id, 'password'))
    await posted('07700 900555')
    const found = { kind: 'telephone', references: [made.reference], more: false }
    expect([await lastFound(actor), await lastFound(actor)]).toEqual([found, found])
    expect(await lastFound(colleague)).toBeNull()
    await posted('Nobodyatall')
    expect(await lastFound(actor)).toEqual({ kind: 'surname', references: [], more: false })
    await posted('1-2-3')
    expect(await lastFound(actor)).toEqual({ kind: 'unknown', references: [], more: false })
    await forgetForms(actor.id)
    expect(await lastFound(actor)).toBeNull()
  })

  it.each(['call-handler', 'administrator', 'auditor'] as const)('is not a %s’s', async (role) => {
    const actor = await signedIn(role)
    expect(await posted('07700 900555')).toBe('/staff?problem=not-found')
    expect(await lastFound(actor)).toBeNull()
    expect(
      await ownerDb().auditEvent.findMany({ where: { actorId: actor.id, NOT: { action: 'signed-in' } } }),
    ).toMatchObject([{ action: 'refused', detail: { attempted: 'enter', area: 'search' } }])
  })

  it('takes nothing from another site, and of a session that is over keeps nothing that was typed', async () => {
    const actor = await signedIn('supervisor')
    expect(await posted('07700 900555', 'cross-site')).toBe('/staff/search?problem=foreign')
    await ownerDb().staffSession.updateMany({ where: { accountId: actor.id }, data: { endedAt: new Date() } })
    const to = await posted('07700 900555')
    expect(to).toContain('/staff/sign-in?')
    expect(to).not.toMatch(/900555|kept%3Dkept|done=kept/u)
    expect(await ownerDb().auditEvent.count({ where: { actorId: actor.id, action: 'searched' } })).toBe(0)
  })
})
