import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureKeys } from '@/e2e/factories/play'
import { sessionFor } from '@/e2e/factories/sessions'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { sendCase } from '@/prisma/seed/seed-cases'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { tickOf } from '@/lib/domain/many-cases'
import { mostTicked } from '@/lib/domain/own-queue/several'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { ownDesk } from '@/lib/queries/own-desk'
import { keptForm } from '../_http/kept-form'
import { POST as useTemplate } from '../cases/[reference]/message/template/route'
import { POST as setKeys } from '../help/keys/route'
import { POST as addView } from '../views/add/route'
import { POST as changeView } from '../views/change/route'
import { lastSeveral } from './_act/last-several'
import { POST as doSeveral } from './do/route'

const jar = vi.hoisted(() => new Map<string, string>())
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
      set: (name: string, value: string) => jar.set(name, value),
    }),
  headers: () => Promise.resolve(new Headers()),
}))

beforeAll(ensureKeys)
beforeEach(() => {
  jar.clear()
})

async function signedIn(role: Role = 'supervisor'): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  jar.set(sessionCookie().name, await sessionFor(id, 'password'))
  return { id, name: 'Test', role, districts: [] }
}

type Fields = readonly (readonly [string, string])[]

const posted = (path: string, fields: Fields) =>
  new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
const placeOf = (answer: Response) => [answer.status, answer.headers.get('location')]
const stored = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const tick = async (reference: string): Promise<[string, string]> => ['case', tickOf(await stored(reference))]

async function caseOf(sort: 'urgent' | 'everyday'): Promise<string> {
  const one =
    sort === 'urgent' ? urgentCases[0] : everydayCases.find(({ answers }) => answers.seenAs !== undefined)
  if (one === undefined) throw new Error('no case')
  return sendCase(one)
}

describe('several ticked cases', () => {
  it('are taken one by one, and what somebody changed since is told and left as it is', async () => {
    const [one, other] = [await caseOf('everyday'), await caseOf('everyday')]
    const me = await signedIn()
    const ticks = [await tick(one), await tick(other)]
    await ownerDb().case.update({ where: { reference: other }, data: { version: { increment: 1 } } })
    const fields: Fields = [...ticks, ['act', 'take'], ['shown-to', me.id]]
    expect(placeOf(await doSeveral(posted('/staff/several/do?risk=low', fields)))).toEqual([
      303,
      '/staff/several',
    ])
    expect(await lastSeveral(me)).toEqual({
      ...{ act: 'take', query: 'risk=low' },
      outcomes: [
        { reference: one, code: 'done' },
        { reference: other, code: 'conflict' },
      ],
    })
    expect([(await stored(one)).assigneeId, (await stored(other)).assigneeId]).toEqual([me.id, null])
  })

  it('are put off, but none of high risk', async () => {
    const [low, high] = [await caseOf('everyday'), await caseOf('urgent')]
    const me = await signedIn()
    await ownerDb().caseClock.deleteMany({ where: { case: { reference: low } } })
    const later = new Date(Date.now() + 30 * 86_400_000)
    const calm = { riskDecided: 'low', riskRank: 2, promisedBy: later }
    await ownerDb().case.update({ where: { reference: low }, data: calm })
    const why: Fields = [
      ['act', 'snooze'],
      ['reason', 'off-duty'],
      ['length', 'two-hours'],
    ]
    await doSeveral(posted('/staff/several/do', [await tick(low), await tick(high), ...why]))
    expect((await lastSeveral(me))?.outcomes).toEqual([
      { reference: low, code: 'done' },
      { reference: high, code: 'high-risk' },
    ])
    await doSeveral(posted('/staff/several/do', [await tick(low), ['act', 'wake']]))
    expect(await ownerDb().caseSnooze.count({ where: { accountId: me.id } })).toBe(0)
  })

  it.each<[string, Fields, string]>([
    ['no act', [['act', 'erase']], 'invalid'],
    ['nobody to assign to', [['act', 'assign']], 'invalid'],
    [
      'no reason to put it off',
      [
        ['act', 'snooze'],
        ['length', 'week'],
      ],
      'invalid',
    ],
  ])('are left as they are with %s, and stay ticked', async (_what, fields, problem) => {
    const reference = await caseOf('everyday')
    const me = await signedIn()
    const ticked = await tick(reference)
    const answer = await doSeveral(posted('/staff/several/do?district=x', [ticked, ...fields]))
    expect(placeOf(answer)).toEqual([303, `/staff?district=x&problem=${problem}&form=several`])
    expect((await keptForm(me, '/staff?district=x'))?.values.case).toBe(ticked[1])
    expect(await stored(reference)).toMatchObject({ version: 1, assigneeId: null })
  })

  it('are one at least and fifty at most', async () => {
    await signedIn()
    const many = Array.from({ length: mostTicked + 1 }, (_, version): [string, string] => [
      'case',
      tickOf({ reference: 'HC-7K2Q-M4TD', version }),
    ])
    for (const [cases, problem] of [
      [[], 'none-chosen'],
      [many, 'many-chosen'],
    ] as const) {
      const answer = await doSeveral(posted('/staff/several/do', [...cases, ['act', 'take']]))
      expect(placeOf(answer)).toEqual([303, `/staff?problem=${problem}&form=several`])
    }
  })

  it('are not for whoever has no queue, which is recorded, nor for whoever the page was not shown to', async () => {
    const reference = await caseOf('everyday')
    const fields: Fields = [await tick(reference), ['act', 'take']]
    const auditor = await signedIn('auditor')
    await doSeveral(posted('/staff/several/do', fields))
    expect(await ownerDb().auditEvent.count({ where: { actorId: auditor.id, action: 'refused' } })).toBe(1)
    await signedIn()
    const answer = await doSeveral(posted('/staff/several/do', [...fields, ['shown-to', randomUUID()]]))
    expect(placeOf(answer)).toEqual([303, '/staff?problem=another-person'])
    expect((await stored(reference)).assigneeId).toBeNull()
  })
})

describe('what somebody sets their desk to', () => {
  it('is a view of the queue in words that are known, with a name, renamed and taken away', async () => {
    const me = await signedIn()
    const path = '/staff/views/add?risk=low&district=nowhere&needs=2&page=3'
    expect(placeOf(await addView(posted(path, [['name', 'Low']])))).toEqual([
      303,
      '/staff?risk=low&done=view-kept',
    ])
    const [view] = (await ownDesk(me)).views
    expect(view).toMatchObject({ name: 'Low', query: 'risk=low' })
    const again = await addView(posted('/staff/views/add?risk=low', [['name', 'Low']]))
    expect(placeOf(again)).toEqual([303, '/staff?risk=low&problem=exists&form=view'])
    const id = view?.id ?? ''
    await changeView(
      posted('/staff/views/change', [
        ['id', id],
        ['act', 'rename'],
        ['name', 'Quiet'],
      ]),
    )
    expect((await ownDesk(me)).views).toEqual([{ id, name: 'Quiet', query: 'risk=low' }])
    await changeView(
      posted('/staff/views/change', [
        ['id', id],
        ['act', 'remove'],
      ]),
    )
    expect((await ownDesk(me)).views).toEqual([])
  })

  it('is whether keys act', async () => {
    const me = await signedIn('auditor')
    expect(placeOf(await setKeys(posted('/staff/help/keys', [['keys', 'no']])))).toEqual([
      303,
      '/staff/help?done=keys-off',
    ])
    expect((await ownDesk(me)).keys).toBe(false)
  })
})

it('a text to begin a message with comes below what is written, and nothing is sent', async () => {
  const reference = await caseOf('everyday')
  const me = await signedIn()
  const [reply] = currentForce().replies.cy ?? []
  const path = `/staff/cases/${reference}/message/template`
  const answer = await useTemplate(
    posted(path, [
      ['text', 'Hello'],
      ['template', `cy ${reply?.id ?? ''}`],
    ]),
    { params: Promise.resolve({ reference }) },
  )
  expect(placeOf(answer)).toEqual([303, `/staff/cases/${reference}#message-text`])
  const kept = await keptForm(me, `/staff/cases/${reference}`)
  expect(kept).toMatchObject({ form: 'message', values: { text: `Hello\n\n${reply?.text ?? ''}` } })
  expect(await ownerDb().message.count({ where: { submission: { reference } } })).toBe(0)
})
