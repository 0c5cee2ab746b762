import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { ownerDb } from '@/lib/db/owner'
import type { Role } from '@/lib/domain/words'
import { requireEntrance } from './require-actor'

import { sessionCookie } from './session-cookie'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({ get: (name: string) => ({ name, value: jar.get(name) }) }),
  headers: () => Promise.resolve(new Headers()),
}))

async function signedIn(role: Role): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  jar.set(sessionCookie().name, await sessionFor(id, 'password'))
  return id
}

const refusalsOf = (actorId: string) =>
  ownerDb().auditEvent.findMany({
    where: { actorId, action: 'refused' },
    select: { role: true, detail: true },
  })

it('a part of the desk that is not theirs does not exist for somebody, and the try is recorded', async () => {
  const id = await signedIn('triager')
  await expect(requireEntrance('audit')).rejects.toMatchObject({
    digest: expect.stringContaining('/staff/missing') as unknown,
  })
  await expect(requireEntrance('accounts')).rejects.toMatchObject({
    digest: expect.stringContaining('/staff/missing') as unknown,
  })
  expect(await refusalsOf(id)).toEqual([
    { role: 'triager', detail: { attempted: 'enter', area: 'audit' } },
    { role: 'triager', detail: { attempted: 'enter', area: 'accounts' } },
  ])
})

it('their own part is entered without a word in the audit', async () => {
  const id = await signedIn('auditor')
  expect((await requireEntrance('audit')).id).toBe(id)
  expect(await refusalsOf(id)).toEqual([])
})
