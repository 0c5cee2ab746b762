import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { sessionFor } from '../../e2e/factories/sessions'
import { asOf, now } from '@/lib/adapters/clock'
import { findSession } from '@/lib/auth/session'
import type { Session } from '@/lib/auth/session'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { glassTriesADay } from '@/lib/domain/broken-glass'
import { DomainError } from '@/lib/domain/errors'
import { newReference } from '@/lib/domain/reference'
import type { Role } from '@/lib/domain/words'
import { glassNotices } from '@/lib/queries/glass-notices'
import { getGlass, listGlass } from '@/lib/queries/list-glass'
import { openGlass } from '@/lib/queries/open-glass'
import { createKeys } from '@/lib/sealing/create-keys'
import { sealBox } from '@/lib/sealing/seal'
import { breakGlass } from './break-glass'
import { closeGlass } from './close-glass'
import { boxRow } from './intake-rows'
import { reviewGlass } from './review-glass'

const minute = 60_000
const reason = 'She rang from the bridge and gave her reference.'

async function newAccount(role: Role): Promise<string> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Glass', role } })
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts: ['south'], languages: [], openLimit: 5 },
    })
  return id
}

/** The session of an account as its next request would have it. */
async function session(accountId: string, token?: string): Promise<Session> {
  const found = await findSession(token ?? (await sessionFor(accountId)))
  if (found === null) throw new Error('There is no session.')
  return found
}

const [holder, supervisor, other, auditor] = await Promise.all([
  newAccount('liaison-officer'),
  newAccount('supervisor'),
  newAccount('supervisor'),
  newAccount('auditor'),
])
const facts = {
  ...{ district: 'north', recordedById: null, receivedAt: now(), status: 'assigned', assigneeId: holder },
  ...{ excludedDistricts: [], namesExclusion: false, restricted: false },
}
const reference = () => newReference('report', crypto.getRandomValues(new Uint8Array(8)))
const conflicted = randomUUID()
const held = parityRow(reference(), facts)
const elsewhere = parityRow(reference(), facts)
const free = parityRow(reference(), { ...facts, status: 'new', assigneeId: null })
const sealed = parityRow(reference(), { ...facts, restricted: true, namedIds: [supervisor] })
const avoided = parityRow(reference(), { ...facts, conflictedIds: [conflicted] })
const rows = [held, elsewhere, free, sealed, avoided]

beforeAll(async () => {
  if (!existsSync(env().KEY_DIR)) await createKeys(env().KEY_DIR)
  await ownerDb().account.create({
    data: { id: conflicted, email: `${conflicted}@example.test`, name: 'Glass', role: 'triager' },
  })
  await storeParityRows(rows)
})
afterAll(async () => {
  const ofOurs = { where: { caseId: { in: rows.map(({ id }) => id) } } }
  const glasses = await ownerDb().brokenGlass.findMany(ofOurs)
  const typed = glasses.flatMap(({ reasonBoxId, noteBoxId }) => [reasonBoxId ?? [], noteBoxId ?? []].flat())
  await ownerDb().brokenGlass.deleteMany(ofOurs)
  await ownerDb().sealedBox.deleteMany({ where: { id: { in: typed } } })
  await dropParityRows(rows)
})

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const form = (about: string) => ({ reference: about, reason, confirmed: true })
const seen = (one: Session, caseId: string) =>
  asActor(one.actor, async (tx) => (await tx.case.findUnique({ where: { id: caseId } })) !== null)
const noted = (one: Session, caseId: string, why = 'threat-to-life') =>
  asActor(one.actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ noted: boolean }[]>`
      SELECT note_opening(${caseId}::uuid, ${now()}::timestamptz, ${JSON.stringify({ reason: why })}::jsonb) AS noted`
    return row?.noted
  })
/** Sealed words of a case that this person's transaction comes to. */
const boxes = (one: Session, box: string) =>
  asActor(one.actor, (tx) => tx.keyWrap.count({ where: { boxId: box } }))

describe.each(['call-handler', 'triager', 'liaison-officer'] as const)('a %s', (role) => {
  it('opens one case for an hour, and no other, for that reason alone', async () => {
    const id = await newAccount(role)
    const token = await sessionFor(id)
    const start = new Date(now().getTime() - 59 * minute)
    const before = await session(id, token)
    expect(await seen(before, held.id)).toBe(false)
    const fresh = { ...before, strongAt: start }
    expect(await asOf(start, () => breakGlass(fresh, form(held.reference)))).toEqual({
      reference: held.reference,
    })
    const after = await session(id, token)
    expect(after.actor.glass).toEqual([held.id])
    expect(await noted(after, held.id, 'triage')).toBe(false)
    expect(await noted(after, held.id)).toBe(true)
    expect(await boxes(after, held.boxes.submission)).toBe(1)
    expect(await seen(after, elsewhere.id)).toBe(false)
    expect(await noted(after, elsewhere.id)).toBe(false)
    const end = new Date(start.getTime() + 60 * minute)
    const last = new Date(end.getTime() - 1)
    expect(await asOf(last, () => noted(after, held.id))).toBe(true)
    expect(await asOf(end, () => noted(after, held.id))).toBe(false)
    expect(await asOf(end, () => boxes(after, held.boxes.submission))).toBe(0)
    expect(await asOf(end, () => seen(after, held.id))).toBe(false)
  })

  it('loses it with the role, with the account, and by a clock that steps back behind a look', async () => {
    const id = await newAccount(role)
    await breakGlass(await session(id), form(held.reference))
    const open = await session(id)
    expect(await noted(open, held.id)).toBe(true)
    const back = new Date(now().getTime() - 2 * minute)
    expect(await asOf(back, () => noted(open, held.id))).toBe(false)
    await ownerDb().account.update({ where: { id }, data: { role: 'administrator' } })
    expect(await noted(open, held.id)).toBe(false)
    expect(await seen(open, held.id)).toBe(false)
    await ownerDb().account.update({ where: { id }, data: { role, active: false } })
    expect(await noted(open, held.id)).toBe(false)
    expect(await boxes(open, held.boxes.submission)).toBe(0)
  })

  it('has it back neither with another role that breaks glasses nor with the account', async () => {
    const another = role === 'triager' ? 'call-handler' : 'triager'
    for (const changes of [
      [{ role: another }],
      [{ role: 'administrator' }, { role }],
      [{ active: false }, { active: true }],
    ]) {
      const id = await newAccount(role)
      await breakGlass(await session(id), form(held.reference))
      for (const data of changes) await ownerDb().account.update({ where: { id }, data })
      const after = await session(id)
      expect(after.actor.glass).toEqual([])
      expect(await noted(after, held.id)).toBe(false)
      expect(await boxes(after, held.boxes.submission)).toBe(0)
      const rows = await ownerDb().auditEvent.findMany({ where: { caseId: held.id, action: 'glass-closed' } })
      const { id: glass } = await ownerDb().brokenGlass.findFirstOrThrow({ where: { accountId: id } })
      expect(rows.filter(({ detail }) => JSON.stringify(detail) === JSON.stringify({ glass }))).toHaveLength(
        1,
      )
    }
  })

  it('adds a note to the case through it, and changes nothing of it', async () => {
    const one = await session(await newAccount(role))
    await breakGlass(one, form(held.reference))
    const open = await session(one.actor.id)
    const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id: held.id } })
    const act = async (given: object) => {
      const rows = { at: now().toISOString(), type: 'noted', event_id: randomUUID(), ...given }
      const [row] = await asActor(
        open.actor,
        (tx) => tx.$queryRaw<{ outcome: string }[]>`
          SELECT change_case(${held.id}::uuid, ${version}::integer, ${JSON.stringify(rows)}::jsonb) AS outcome`,
      )
      return row?.outcome
    }
    const box = boxRow(await sealBox('note', { text: 'She is safe.' }), now())
    for (const given of [
      { patch: { status: 'closed' } },
      { patch: { assignee_id: one.actor.id } },
      { message: { id: randomUUID(), box } },
      { decision: { id: randomUUID(), decision: {} } },
    ])
      expect(await act(given)).toBe('not-found')
    expect(await act({ box })).toBe('changed')
  })
})

describe('breaking it', () => {
  it('needs a fresh proof, a reason and a confirmation, and keeps nothing without', async () => {
    const one = await session(await newAccount('triager'))
    const stale = { ...one, strongAt: new Date(now().getTime() - 11 * minute) }
    expect(await codeOf(breakGlass(stale, form(held.reference)))).toBe('step-up')
    for (const lacking of [{ reason: 'Please.' }, { confirmed: false }, { reference: 'HC' }])
      expect(await breakGlass(one, { ...form(held.reference), ...lacking })).toHaveProperty('problem')
    expect(await ownerDb().brokenGlass.count({ where: { accountId: one.actor.id } })).toBe(0)
  })

  it('answers alike for a case that is not there, a sealed one and one with a conflict, and has each audited alike', async () => {
    const one = await session(conflicted)
    const nowhere = reference()
    for (const about of [nowhere, sealed.reference, avoided.reference])
      expect(await codeOf(breakGlass(one, form(about)))).toBe('not-opened')
    const audit = await ownerDb().auditEvent.findMany({
      where: { actorId: conflicted, action: 'refused' },
      orderBy: { seq: 'asc' },
    })
    expect(audit.map(({ reference: about, detail }) => [about, detail])).toEqual(
      [nowhere, sealed.reference, avoided.reference].map((about) => [
        about,
        { attempted: 'break-glass', code: 'not-opened' },
      ]),
    )
    expect(await ownerDb().brokenGlass.count({ where: { accountId: conflicted } })).toBe(0)
  })

  it('is for nobody who supervises, administers or audits', async () => {
    for (const id of [supervisor, auditor, await newAccount('administrator')])
      expect(await codeOf(breakGlass(await session(id), form(held.reference)))).toBe('not-opened')
  })

  it('breaks nothing for a case they may open anyway', async () => {
    const one = await session(await newAccount('triager'))
    expect(await breakGlass(one, form(free.reference))).toEqual({ reference: free.reference })
    expect(await ownerDb().brokenGlass.count({ where: { accountId: one.actor.id } })).toBe(0)
  })

  it('stops after five tries on a day, whatever came of them', async () => {
    const one = await session(await newAccount('call-handler'))
    await breakGlass(one, form(held.reference))
    for (let tries = 1; tries < glassTriesADay; tries += 1)
      expect(await codeOf(breakGlass(one, form(reference())))).toBe('not-opened')
    expect(await codeOf(breakGlass(one, form(elsewhere.reference)))).toBe('too-many')
    const tomorrow = new Date(now().getTime() + 26 * 60 * minute)
    const later = { ...one, strongAt: tomorrow }
    expect(await asOf(tomorrow, () => codeOf(breakGlass(later, form(elsewhere.reference))))).toBe('allowed')
  })

  it('stops those who try at once after as many', async () => {
    const one = await session(await newAccount('call-handler'))
    const tries = Array.from({ length: 10 }, () => codeOf(breakGlass(one, form(reference()))))
    const codes = (await Promise.all(tries)).toSorted()
    const wanted = [glassTriesADay, 10 - glassTriesADay].flatMap((times, which) =>
      Array.from({ length: times }, () => ['not-opened', 'too-many'][which]),
    )
    expect(codes).toEqual(wanted)
    const rows = await ownerDb().auditEvent.findMany({ where: { actorId: one.actor.id, action: 'refused' } })
    expect(rows.map(({ detail }) => JSON.stringify(detail)).toSorted()).toEqual(
      wanted.map((code) => JSON.stringify({ code, attempted: 'break-glass' })),
    )
  })

  it('keeps the reason sealed, and tells the history and the audit by codes', async () => {
    const one = await session(await newAccount('triager'))
    await breakGlass(one, form(held.reference))
    const event = await ownerDb().caseEvent.findFirst({
      where: { caseId: held.id, actorId: one.actor.id, type: 'glass-broken' },
    })
    const row = await ownerDb().auditEvent.findFirst({
      where: { actorId: one.actor.id, action: 'glass-broken', caseId: held.id },
    })
    expect(event?.boxId).toBeNull()
    expect(row?.detail).toEqual(event?.detail)
    expect(JSON.stringify([event, { ...row, seq: 0 }])).not.toContain('bridge')
  })
})

describe('closing it early', () => {
  it('ends all there are of a case, each with its line', async () => {
    const id = await newAccount('triager')
    await breakGlass(await session(id), form(held.reference))
    // A clock that steps back ends the first for now, and lets a second be broken.
    const first = await ownerDb().brokenGlass.findFirstOrThrow({ where: { accountId: id } })
    const data = { ...first, id: randomUUID(), reasonBoxId: null }
    await ownerDb().brokenGlass.create({ data })
    await closeGlass((await session(id)).actor, held.reference)
    expect((await session(id)).actor.glass).toEqual([])
    const rows = await ownerDb().auditEvent.findMany({ where: { actorId: id, action: 'glass-closed' } })
    expect(new Set(rows.map(({ detail }) => JSON.stringify(detail)))).toEqual(
      new Set([first.id, data.id].map((glass) => JSON.stringify({ glass }))),
    )
  })

  it('ends it at once, and only one’s own', async () => {
    const one = await session(await newAccount('triager'))
    await breakGlass(one, form(held.reference))
    const open = await session(one.actor.id)
    const another = await session(await newAccount('triager'))
    expect(await codeOf(closeGlass(another.actor, held.reference))).toBe('not-found')
    await closeGlass(open.actor, held.reference)
    expect(await noted(open, held.id)).toBe(false)
    expect((await session(one.actor.id)).actor.glass).toEqual([])
  })
})

async function broken(): Promise<{ id: string; by: string }> {
  const by = await newAccount('triager')
  await breakGlass(await session(by), form(held.reference))
  const { id } = await ownerDb().brokenGlass.findFirstOrThrow({ where: { accountId: by } })
  return { id, by }
}

describe('whoever is told', () => {
  it('is the holder and every supervisor who sees the case, until it is reviewed, and nobody else', async () => {
    const { id } = await broken()
    const told = async (account: string) => {
      const { actor } = await session(account)
      const rows = await asActor(actor, (tx) => tx.brokenGlass.findMany({ where: { id } }))
      return rows.length
    }
    expect(await told(holder)).toBe(1)
    expect(await told(supervisor)).toBe(1)
    expect(await told(auditor)).toBe(1)
    expect(await told(await newAccount('liaison-officer'))).toBe(0)
    expect(await told(await newAccount('call-handler'))).toBe(0)
    const { notices } = await glassNotices((await session(holder)).actor)
    expect(notices).toContainEqual(expect.objectContaining({ id, reference: held.reference, mine: true }))
    expect((await glassNotices((await session(auditor)).actor)).notices).toEqual([])
  })
})

describe('the review', () => {
  it('reads the reason after its row is in the audit, by a supervisor alone', async () => {
    const { id, by } = await broken()
    const { actor } = await session(supervisor)
    expect(await openGlass(actor, id)).toEqual({ reason, note: null })
    const rows = await ownerDb().auditEvent.findMany({
      where: { actorId: supervisor, action: 'glass-reason-read' },
    })
    expect(rows.at(-1)?.detail).toEqual({ glass: id, account: by })
    for (const account of [by, holder, auditor])
      expect(await codeOf(openGlass((await session(account)).actor, id))).toBe('not-found')
  })

  it('is made once, with a sealed note, by a supervisor who did not break it', async () => {
    const { id, by } = await broken()
    const { actor } = await session(supervisor)
    await ownerDb().account.update({ where: { id: by }, data: { role: 'supervisor' } })
    const own = await session(by)
    expect(await codeOf(reviewGlass(own.actor, { id, outcome: 'justified', note: '' }))).toBe('own-request')
    expect(await codeOf(getGlass(own.actor, id))).toBe('not-found')
    expect(
      await codeOf(reviewGlass((await session(auditor)).actor, { id, outcome: 'justified', note: '' })),
    ).toBe('not-found')
    expect(await codeOf(reviewGlass(actor, { id, outcome: 'fine', note: '' }))).toBe('invalid')
    await reviewGlass(actor, { id, outcome: 'justified', note: 'She was found in time.' })
    expect(await codeOf(reviewGlass(actor, { id, outcome: 'justified', note: '' }))).toBe('conflict')
    expect(await openGlass((await session(other)).actor, id)).toEqual({
      reason,
      note: 'She was found in time.',
    })
  })

  it('ends a glass that was not justified', async () => {
    const { id, by } = await broken()
    const open = await session(by)
    expect(await noted(open, held.id)).toBe(true)
    await reviewGlass((await session(supervisor)).actor, { id, outcome: 'unjustified-mistake', note: '' })
    expect(await noted(open, held.id)).toBe(false)
  })

  it('is listed, the oldest first, with the figure, for supervisors and auditors', async () => {
    const { id } = await broken()
    for (const account of [supervisor, auditor]) {
      const { waiting, reviewed, figures } = await listGlass((await session(account)).actor)
      expect(waiting.find((one) => one.id === id)).toMatchObject({
        reference: held.reference,
        reviewed: null,
      })
      const times = waiting.map(({ brokenAt }) => brokenAt.getTime())
      expect(times).toEqual(times.toSorted((one, next) => one - next))
      expect(reviewed.every((one) => one.reviewed !== null)).toBe(true)
      const [month] = figures
      expect(month?.figure.all).toBeGreaterThanOrEqual(waiting.length)
      expect(month?.figure.reviewed).toBe(reviewed.length)
    }
    expect(await codeOf(listGlass((await session(holder)).actor))).toBe('forbidden')
  })
})

describe('the database', () => {
  it('lets no hour be longer than one', async () => {
    const { id } = await broken()
    const { brokenAt } = await ownerDb().brokenGlass.findUniqueOrThrow({ where: { id } })
    const until = new Date(brokenAt.getTime() + 60 * minute + 1)
    await expect(ownerDb().brokenGlass.update({ where: { id }, data: { until } })).rejects.toThrow(
      /hour_check/,
    )
  })

  it('destroys what was typed with the case', async () => {
    const { id } = await broken()
    await reviewGlass((await session(supervisor)).actor, { id, outcome: 'justified', note: 'Done.' })
    const found = await ownerDb().brokenGlass.findUniqueOrThrow({ where: { id } })
    const doomed = await ownerDb().$queryRaw<
      { box: string }[]
    >`SELECT boxes_of_case(${held.id}::uuid)::text AS box`
    const ids = doomed.map(({ box }) => box)
    expect(ids).toEqual(expect.arrayContaining([found.reasonBoxId, found.noteBoxId]))
    await ownerDb().sealedBox.deleteMany({
      where: { id: { in: [found.reasonBoxId ?? '', found.noteBoxId ?? ''] } },
    })
    expect(await ownerDb().brokenGlass.findUniqueOrThrow({ where: { id } })).toMatchObject({
      reasonBoxId: null,
      noteBoxId: null,
    })
  })
})
