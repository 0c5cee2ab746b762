import { randomUUID } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { ownerDb } from '@/lib/db/owner'
import type { Role } from '@/lib/domain/words'
import { POST as changeRole } from '../admin/accounts/[id]/role/route'
import { POST as resetSignIn } from '../admin/accounts/[id]/reset/route'
import { POST as invite } from '../admin/invitations/create/route'
import { POST as startRecording } from '../record/start/route'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      set: (name: string, value: string) => jar.set(name, value),
    }),
  headers: () => Promise.resolve(new Headers()),
}))

async function signedIn(role: Role): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  jar.set(sessionCookie().name, await sessionFor(id, 'password'))
  return id
}

/** A form of one of our own pages. */
const posted = (fields: Readonly<Record<string, string>> = {}) =>
  new Request('http://localhost:3000/staff', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

const anAccount = () => ({ params: Promise.resolve({ id: randomUUID() }) })

describe('a form of a part of the desk that is not theirs', () => {
  it.each<[string, Role, string, () => Promise<Response>]>([
    [
      'a role',
      'liaison-officer',
      'accounts',
      () => changeRole(posted({ role: 'administrator' }), anAccount()),
    ],
    ['an invitation', 'liaison-officer', 'accounts', () => invite(posted({ email: 'x@example.test' }))],
    ['a reset', 'liaison-officer', 'accounts', () => resetSignIn(posted(), anAccount())],
    [
      'a reset with nothing readable in it',
      'supervisor',
      'accounts',
      () => resetSignIn(new Request('http://localhost:3000/staff', { method: 'POST' }), anAccount()),
    ],
    ['a recording', 'auditor', 'record', () => startRecording(posted({ journey: 'report' }))],
    ['a recording', 'administrator', 'record', () => startRecording(posted({ journey: 'report' }))],
  ])('%s, sent by a %s, does nothing, and the try is recorded', async (_what, role, area, send) => {
    const actorId = await signedIn(role)
    const answer = await send()
    expect([answer.status, answer.headers.get('location')?.startsWith('/staff?')]).toEqual([
      303,
      area === 'accounts',
    ])
    const rows = await ownerDb().auditEvent.findMany({ where: { actorId, action: 'refused' } })
    expect(rows.map(({ role: as, detail }) => ({ as, detail }))).toEqual([
      { as: role, detail: { attempted: 'enter', area } },
    ])
  })
})
