import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { sessionFor } from '../../e2e/factories/sessions'
import { asOf, now } from '@/lib/adapters/clock'
import { findSession } from '@/lib/auth/session'
import type { Session } from '@/lib/auth/session'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { mayGive, openingReasons } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { expectReason, givenReason } from '@/lib/queries/given-reason'
import { newReference } from '@/lib/domain/reference'
import { giveReason } from './give-reason'

const hour = 3_600_000
const openers = ['triager', 'liaison-officer', 'supervisor'] as const

async function newSession(role: Role): Promise<Session> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Why', role } })
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts: ['north'], languages: [], openLimit: 5 },
    })
  return again(id)
}

async function again(accountId: string): Promise<Session> {
  const session = await findSession(await sessionFor(accountId))
  if (session === null) throw new Error('There is no session.')
  return session
}

const [triager, officer, supervisor, handler] = await Promise.all([
  newSession('triager'),
  newSession('liaison-officer'),
  newSession('supervisor'),
  newSession('call-handler'),
])
const reference = () => newReference('report', crypto.getRandomValues(new Uint8Array(8)))
const facts = {
  ...{ district: 'north', recordedById: handler.actor.id, receivedAt: now(), restricted: false },
  ...{ excludedDistricts: [], namesExclusion: false },
}
const free = parityRow(reference(), { ...facts, status: 'new', assigneeId: null })
const held = parityRow(reference(), { ...facts, status: 'assigned', assigneeId: officer.actor.id })
const others = parityRow(reference(), { ...facts, status: 'assigned', assigneeId: supervisor.actor.id })
const rows = [free, held, others]

beforeAll(() => storeParityRows(rows))
afterAll(() => dropParityRows(rows))

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const noted = (actor: Actor, caseId: string, detail: object) =>
  asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ noted: boolean }[]>`
      SELECT note_opening(${caseId}::uuid, ${now()}::timestamptz, ${JSON.stringify(detail)}::jsonb) AS noted`
    return row?.noted
  })

describe('the row of a look', () => {
  it('is not written without a reason, or with one that cannot be true', async () => {
    for (const detail of [{}, { reason: null }, { reason: '' }, { reason: 'curious' }, { reason: 'my-case' }])
      expect(await noted(triager.actor, free.id, detail)).toBe(false)
    expect(await noted(officer.actor, held.id, { reason: 'own-district' })).toBe(false)
    const looks = await ownerDb().auditEvent.findMany({ where: { caseId: free.id, action: 'opened' } })
    expect(looks).toEqual([])
    expect(await noted(triager.actor, free.id, { reason: 'triage' })).toBe(true)
    expect(await noted(officer.actor, held.id, { reason: 'my-case' })).toBe(true)
  })

  it('takes the same reasons as the rule the pages are made with', async () => {
    for (const { actor } of [triager, officer, supervisor, handler])
      for (const row of rows)
        for (const reason of openingReasons) {
          const [fits] = await asActor(
            actor,
            (tx) => tx.$queryRaw<{ opens: boolean }[]>`
            SELECT desk_opens(${row.id}::uuid) AS opens`,
          )
          expect({ role: actor.role, reason, noted: await noted(actor, row.id, { reason }) }).toEqual({
            ...{ role: actor.role, reason },
            noted: fits?.opens === true && mayGive(actor, row, reason),
          })
        }
  })
})

describe('what somebody answered', () => {
  it.each(openers)('counts for a %s for that case, in that session, for eight hours', async (role) => {
    const session = { triager, 'liaison-officer': officer, supervisor }[role]
    const reason: OpeningReason = 'cover'
    const { actor, handle } = session
    expect(await givenReason(actor, handle, free)).toBeNull()
    const start = now()
    await asOf(start, () => giveReason(actor, handle, free.reference, reason))
    const at = (later: number) =>
      asOf(new Date(start.getTime() + later), () => givenReason(actor, handle, free))
    expect(await at(0)).toBe(reason)
    expect(await at(8 * hour - 1)).toBe(reason)
    expect(await at(8 * hour)).toBeNull()
    expect(await at(-1)).toBeNull()
    const { handle: another } = await again(actor.id)
    expect(await givenReason(actor, another, free)).toBeNull()
  })

  it('is given anew by another answer', async () => {
    const { actor, handle } = supervisor
    await giveReason(actor, handle, held.reference, 'supervision')
    await giveReason(actor, handle, held.reference, 'quality-review')
    expect(await givenReason(actor, handle, held)).toBe('quality-review')
  })

  it('is nobody else’s to give or to see', async () => {
    const { actor } = triager
    expect(await codeOf(giveReason(actor, supervisor.handle, free.reference, 'triage'))).toBe('forbidden')
    const seen = await asActor(actor, (tx) => tx.caseReason.findMany())
    expect(new Set(seen.map(({ accountId }) => accountId))).toEqual(new Set([actor.id]))
  })

  it('does not count in a session that has ended', async () => {
    const { actor, handle } = await again(supervisor.actor.id)
    await ownerDb().staffSession.update({ where: { handle }, data: { endedAt: now() } })
    expect(await codeOf(giveReason(actor, handle, free.reference, 'supervision'))).toBe('forbidden')
  })

  it('is taken away when it counts no longer', async () => {
    const { actor, handle } = supervisor
    const late = new Date(now().getTime() - 9 * hour)
    await asOf(late, () => giveReason(actor, handle, held.reference, 'supervision'))
    await giveReason(actor, handle, free.reference, 'supervision')
    const kept = await ownerDb().caseReason.findMany({
      where: { accountId: actor.id, sessionHandle: handle },
    })
    expect(kept.map(({ caseId }) => caseId)).toEqual([free.id])
  })
})

test.each([
  ['my-case', 'invalid'],
  ['threat-to-life', 'invalid'],
  ['triage', 'invalid'],
  ['weekly-sample', 'allowed'],
  ['taking-out', 'allowed'],
] as const)('a supervisor who gives %s for a case they do not hold: %s', async (reason, code) => {
  expect(await codeOf(giveReason(supervisor.actor, supervisor.handle, free.reference, reason))).toBe(code)
})

test('a case that is not theirs to open takes no reason, and one not theirs to see is not there', async () => {
  const { actor, handle } = officer
  expect(await codeOf(giveReason(actor, handle, others.reference, 'cover'))).toBe('forbidden')
  expect(await codeOf(giveReason(triager.actor, triager.handle, held.reference, 'triage'))).toBe('not-found')
  const refused = await ownerDb().auditEvent.findMany({
    where: {
      action: 'refused',
      actorId: { in: [actor.id, triager.actor.id] },
      reference: { in: [others.reference, held.reference] },
    },
    orderBy: { seq: 'asc' },
  })
  // What they do not see is no case in the row.
  expect(refused.map(({ caseId }) => caseId)).toEqual([others.id, null])
})

test('an act is asked for a reason where the case is theirs to open and not theirs to hold', async () => {
  const fresh = await again(supervisor.actor.id)
  expect(await codeOf(expectReason(fresh.actor, fresh.handle, free.reference))).toBe('no-reason')
  await giveReason(fresh.actor, fresh.handle, free.reference, 'supervision')
  expect(await codeOf(expectReason(fresh.actor, fresh.handle, free.reference))).toBe('allowed')
  expect(await codeOf(expectReason(officer.actor, officer.handle, held.reference))).toBe('allowed')
  // Not theirs to open: the act itself says no, and has that audited.
  expect(await codeOf(expectReason(officer.actor, officer.handle, others.reference))).toBe('allowed')
})
