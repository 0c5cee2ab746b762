import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { POST as review } from '../audit/glass/[id]/review/route'
import { POST as breakGlass } from '../break-glass/break/route'
import { POST as takeOut } from '../cases/[reference]/export/file/route'
import { POST as closeGlass } from '../cases/[reference]/glass/route'
import { POST as note } from '../cases/[reference]/note/route'
import { POST as sayWhy } from '../cases/[reference]/reason/route'
import { POST as act } from '../retention/act/route'
import { POST as erase } from '../retention/erase/route'
import { keptForm } from './kept-form'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

const reference = 'HC-7K2Q-M4TD'
const ofCase = { params: Promise.resolve({ reference }) }
const glassId = randomUUID()
const ofGlass = { params: Promise.resolve({ id: glassId }) }

beforeEach(() => {
  requestStore.cookies.clear()
})

async function account(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  return { id, name: 'Test', role, districts: [] }
}

const enter = async ({ id }: Actor) =>
  requestStore.cookies.set(sessionCookie().name, await sessionFor(id, 'password'))

/** A form of a page that was shown to somebody. */
const posted = (fields: Readonly<Record<string, string>>, shownTo: Actor, query = '') =>
  new Request(`http://localhost:3000/staff${query}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, 'shown-to': shownTo.id }),
  })

type Send = (writer: Actor) => Promise<Response>

const forms: readonly [string, string, Readonly<Record<string, string>>, Send][] = [
  [
    'a broken glass',
    '/staff/break-glass',
    { reason: 'She rang from the bridge.' },
    (writer) =>
      breakGlass(posted({ reference, reason: 'She rang from the bridge.', confirm: 'yes' }, writer)),
  ],
  [
    'a review',
    `/staff/audit/glass/${glassId}`,
    { note: 'She was found in time.' },
    (writer) => review(posted({ note: 'She was found in time.' }, writer), ofGlass),
  ],
  [
    'an export',
    `/staff/cases/${reference}/export?reason=court`,
    { words: 'Dana Cole' },
    (writer) => takeOut(posted({ words: 'Dana Cole', format: 'pdf' }, writer, '?reason=court'), ofCase),
  ],
  [
    'a choice about how long a case is kept',
    '/staff/retention?list=overdue',
    { 'keep-reason': 'pattern' },
    (writer) => act(posted({ act: 'keep', 'keep-reason': 'pattern' }, writer, '?list=overdue')),
  ],
  [
    'the ticks of what is to be erased',
    '/staff/retention?list=waiting',
    { case: `${reference} 1` },
    (writer) => erase(posted({ case: `${reference} 1`, sure: 'yes' }, writer, '?list=waiting')),
  ],
  [
    'a note',
    `/staff/cases/${reference}`,
    { text: 'Rang at ten.' },
    (writer) => note(posted({ text: 'Rang at ten.' }, writer), ofCase),
  ],
]

describe('a form of a page that was shown to somebody else', () => {
  it.each(forms)(
    '%s: waits for its writer, and is neither shown to nor done by the next',
    async (...given) => {
      const [, page, values, send] = given
      const [writer, next] = [await account('supervisor'), await account('call-handler')]
      await enter(next)
      // What they do needs a fresh proof, which the next person does not have: they are not asked for one either.
      await ownerDb().staffSession.updateMany({
        where: { accountId: next.id },
        data: { strongAt: new Date(Date.now() - 600_001) },
      })
      expect((await send(writer)).headers.get('location')).toBe('/staff?problem=another-person')
      expect(await keptForm(next, page)).toBeNull()
      expect((await keptForm(writer, page))?.values).toMatchObject(values)
      const rows = { actorId: { in: [writer.id, next.id] }, NOT: { action: 'signed-in' } }
      expect(await ownerDb().auditEvent.count({ where: rows })).toBe(0)
    },
  )

  it.each<[string, Send]>([
    ['the answer why a case is opened', (writer) => sayWhy(posted({ reason: 'cover' }, writer), ofCase)],
    ['the end of a broken glass', (writer) => closeGlass(posted({}, writer), ofCase)],
  ])('%s, with no words in it, is not done either', async (_what, send) => {
    const [writer, next] = [await account('triager'), await account('triager')]
    await enter(next)
    expect((await send(writer)).headers.get('location')).toBe('/staff?problem=another-person')
  })

  it('is kept for its writer when the session of the next is over, too', async () => {
    const [writer, next] = [await account('triager'), await account('triager')]
    await enter(next)
    await ownerDb().staffSession.updateMany({ where: { accountId: next.id }, data: { endedAt: new Date() } })
    const reason = 'She rang from the bridge.'
    const answer = await breakGlass(posted({ reference, reason }, writer))
    expect(answer.headers.get('location')).toMatch(/^\/staff\/sign-in/u)
    expect(await keptForm(next, '/staff/break-glass')).toBeNull()
    expect((await keptForm(writer, '/staff/break-glass'))?.values.reason).toBe(reason)
  })
})
