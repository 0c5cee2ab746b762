import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureKeys } from '@/e2e/factories/play'
import { sessionFor } from '@/e2e/factories/sessions'
import { tellingCase } from '@/e2e/factories/telling-case'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { ownerDb } from '@/lib/db/owner'
import { tickOf } from '@/lib/domain/many-cases'
import { subjectAccess } from '@/lib/domain/subject-access'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { keptForm } from '../_http/kept-form'
import { POST as takeOut } from '../cases/[reference]/export/file/route'
import { POST as act } from './act/route'
import { POST as erase } from './erase/route'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      set: (name: string, value: string) => jar.set(name, value),
    }),
  headers: () => Promise.resolve(new Headers()),
}))

const writer = randomUUID()

beforeAll(async () => {
  await ensureKeys()
  const data = { id: writer, email: `${writer}@example.test`, name: 'Writer', role: 'supervisor' }
  await ownerDb().account.create({ data })
})
beforeEach(() => {
  jar.clear()
})

async function signedIn(role: Role = 'supervisor'): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  jar.set(sessionCookie().name, await sessionFor(id, 'password'))
  return id
}

/** Their last proof is too long ago. */
const ageProof = (accountId: string) =>
  ownerDb().staffSession.updateMany({
    where: { accountId },
    data: { strongAt: new Date(Date.now() - 600_001) },
  })

const actorOf = async (id: string): Promise<Actor> => {
  const { name, role } = await ownerDb().account.findUniqueOrThrow({ where: { id } })
  return { id, name, role: role as Role, districts: [] }
}

type Fields = readonly (readonly [string, string])[]

const posted = (path: string, fields: Fields) =>
  new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })

const made = () => tellingCase(writer, writer)
const stored = (id: string) => ownerDb().case.findUniqueOrThrow({ where: { id } })
const placeOf = (answer: Response) => [answer.status, answer.headers.get('location')]

describe('the forms about how long cases live', () => {
  const ask = async (id: string, path: string, more: Fields = []) => {
    const actorId = await signedIn()
    const fields: Fields = [['act', 'ask'], ['ask-reason', 'retention-over'], ['shown-to', actorId], ...more]
    return act(posted(path, [['case', tickOf(await stored(id))], ...fields]))
  }

  it('ask, from a list, and lead back to it', async () => {
    const { id } = await made()
    const answer = await ask(id, '/staff/retention/act?list=soon')
    expect(placeOf(answer)).toEqual([303, '/staff/retention?list=soon'])
    expect(await ownerDb().erasureRequest.count({ where: { caseId: id } })).toBe(1)
  })

  it('ask, from the page of a case, and lead back to that', async () => {
    const { id, reference } = await made()
    const path = `/staff/retention/act?case=${reference}`
    expect(placeOf(await ask(id, path))).toEqual([303, `/staff/cases/${reference}?done=life-ask`])
    const again = await ask(id, path)
    expect(placeOf(again)).toEqual([303, `/staff/cases/${reference}?problem=bad-transition&form=retention`])
  })

  it('do nothing in the name of whoever signed in at the computer since', async () => {
    const { id } = await made()
    const answer = await ask(id, '/staff/retention/act?list=soon', [])
    expect(answer.status).toBe(303)
    const other = await made()
    await signedIn()
    const fields: Fields = [
      ['act', 'ask'],
      ['ask-reason', 'retention-over'],
      ['shown-to', writer],
    ]
    const late = await act(
      posted('/staff/retention/act', [['case', tickOf(await stored(other.id))], ...fields]),
    )
    expect(placeOf(late)).toEqual([303, '/staff?problem=another-person'])
    expect(await ownerDb().erasureRequest.count({ where: { caseId: other.id } })).toBe(0)
  })

  it.each<[Fields, string]>([
    [[['act', 'ask']], 'reason-missing'],
    [[['act', 'hold']], 'reason-missing'],
    [[['act', 'nothing']], 'invalid'],
    [
      [
        ['act', 'ask'],
        ['ask-reason', 'because'],
      ],
      'invalid',
    ],
    [
      [
        ['act', 'keep'],
        ['keep-reason', 'pattern'],
        ['until', 'tomorrow'],
      ],
      'invalid',
    ],
  ])(
    'are not taken with %j, which is %s, and lead back to the same page of the list',
    async (fields, code) => {
      const { id } = await made()
      const actorId = await signedIn()
      const tick = tickOf(await stored(id))
      const answer = await act(
        posted('/staff/retention/act?list=overdue&page=2', [
          ['case', tick],
          ['shown-to', actorId],
          ...fields,
        ]),
      )
      const page = '/staff/retention?list=overdue&page=2'
      expect(placeOf(answer)).toEqual([303, `${page}&problem=${code}&form=retention`])
      const kept = await keptForm(await actorOf(actorId), page)
      expect(kept?.values.case).toBe(tick)
    },
  )

  it('say that no case is chosen, or too many', async () => {
    await signedIn()
    const lift = (ticks: Fields) =>
      act(posted('/staff/retention/act?list=held', [['act', 'lift'], ...ticks])).then(placeOf)
    const many = Array.from(
      { length: 101 },
      (_, version) => ['case', `HC-7K2Q-M4TD ${String(version)}`] as const,
    )
    const back = (code: string) => [303, `/staff/retention?list=held&problem=${code}&form=retention`]
    expect([await lift([]), await lift(many)]).toEqual([back('none-chosen'), back('many-chosen')])
  })

  it('erase nothing that was not confirmed', async () => {
    const { id } = await made()
    await ask(id, '/staff/retention/act?list=soon')
    const actorId = await signedIn()
    const fields: Fields = [
      ['case', tickOf(await stored(id))],
      ['shown-to', actorId],
    ]
    const answer = await erase(posted('/staff/retention/erase?list=waiting', fields))
    expect(placeOf(answer)).toEqual([303, '/staff/retention?list=waiting&problem=unconfirmed&form=erase'])
    expect((await stored(id)).erasedAt).toBeNull()
  })

  it('erase after a fresh proof alone, and by another person', async () => {
    const { id } = await made()
    await ask(id, '/staff/retention/act?list=soon')
    const actorId = await signedIn()
    await ageProof(actorId)
    const form = async () =>
      posted('/staff/retention/erase?list=waiting', [
        ['case', tickOf(await stored(id))],
        ['shown-to', actorId],
        ['sure', 'yes'],
      ])
    expect((await erase(await form())).headers.get('location')).toMatch(/^\/staff\/confirm\?back=/u)
    expect((await stored(id)).erasedAt).toBeNull()
    await ownerDb().staffSession.updateMany({ where: { accountId: actorId }, data: { strongAt: new Date() } })
    expect(placeOf(await erase(await form()))).toEqual([303, '/staff/retention?list=waiting'])
    expect((await stored(id)).erasedAt).toBeInstanceOf(Date)
  })

  it.each(['call-handler', 'triager', 'liaison-officer', 'administrator', 'auditor'] as const)(
    'are not there for a %s',
    async (role) => {
      const { id } = await made()
      const actorId = await signedIn(role)
      const fields: Fields = [
        ['case', tickOf(await stored(id))],
        ['shown-to', actorId],
        ['act', 'lift'],
      ]
      for (const send of [act, erase]) {
        const answer = await send(posted('/staff/retention/act', fields))
        expect(placeOf(answer)).toEqual([303, '/staff?problem=not-found'])
      }
      const refused = await ownerDb().auditEvent.findMany({ where: { actorId, action: 'refused' } })
      expect(refused.map(({ detail }) => detail)).toEqual([
        { attempted: 'enter', area: 'retention' },
        { attempted: 'enter', area: 'retention' },
      ])
    },
  )
})

describe('the file of one person’s data', () => {
  const taken = async (reference: string, actorId: string, format = 'json', recipient = 'Crown Court') =>
    takeOut(
      posted(`/staff/cases/${reference}/export/file?reason=court`, [
        ['format', format],
        ['words', 'Dana'],
        ['recipient', recipient],
        ['shown-to', actorId],
      ]),
      { params: Promise.resolve({ reference }) },
    )

  it('is kept nowhere, opens as nothing, and has a name that says nothing', async () => {
    const { reference } = await made()
    const answer = await taken(reference, await signedIn())
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': 'sandbox',
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    const name = /^attachment; filename="HC-\w{4}-\w{4}-\d{4}-\d{2}-\d{2}\.json"$/u
    expect(answer.headers.get('content-disposition')).toMatch(name)
    const data = subjectAccess.parse(await answer.json())
    expect([data.reason, JSON.stringify(data).includes('Dana')]).toEqual(['court', false])
  })

  it('is given to nobody who is not named', async () => {
    const { reference } = await made()
    const answer = await taken(reference, await signedIn(), 'json', ' ')
    expect(placeOf(answer)).toEqual([
      303,
      `/staff/cases/${reference}/export?reason=court&problem=invalid&form=export`,
    ])
  })

  it('is a PDF with the font that is there', async () => {
    const { reference } = await made()
    const answer = await taken(reference, await signedIn(), 'pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect((await answer.text()).slice(0, 8)).toBe('%PDF-1.7')
  })

  it('needs a fresh proof, and is nobody’s whose session or role has ended', async () => {
    const { reference } = await made()
    const stale = await signedIn()
    await ageProof(stale)
    expect((await taken(reference, stale)).headers.get('location')).toMatch(/^\/staff\/confirm\?back=/u)
    const ended = await signedIn()
    await ownerDb().staffSession.updateMany({ where: { accountId: ended }, data: { endedAt: new Date() } })
    expect((await taken(reference, ended)).headers.get('location')).toMatch(/^\/staff\/sign-in/u)
    const officer = await signedIn('liaison-officer')
    expect((await taken(reference, officer)).status).toBe(303)
    expect(await ownerDb().auditEvent.count({ where: { reference, action: 'exported' } })).toBe(0)
  })
})
