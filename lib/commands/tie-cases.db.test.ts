import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eraseAsOwner } from '@/e2e/factories/erase-as-owner'
import { ensureKeys } from '@/e2e/factories/play'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { nearestClock } from '@/lib/domain/clocks/clock-state'
import type { Actor } from '@/lib/domain/policy'
import { listQueue } from '@/lib/queries/list-queue'
import { tiesOfCase } from '@/lib/queries/ties-of-case'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { closeCase } from './close-case'
import { linkCases, mergeCase, unlinkCases, unmergeCase } from './tie-cases'
import { transferCase } from './transfer-case'

const { home, beside } = seedDistricts(currentForce())
const id = (name: string) => seedId('account', `${name}@example.test`)
const supervisor: Actor = { id: id('supervisor'), name: 's', role: 'supervisor', districts: [] }
const officer: Actor = { id: id('officer'), name: 'o', role: 'liaison-officer', districts: [home, beside] }
const colleague = id('quinn.doyle')

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

const row = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const seen = async (reference: string) => ({ reference, version: (await row(reference)).version })

async function freshCase(holder: string | null = null): Promise<string> {
  const [first] = urgentCases
  if (first === undefined) throw new Error('no case')
  const reference = await sendCase(first)
  await ownerDb().case.update({
    where: { reference },
    data: { assigneeId: holder, status: holder === null ? 'new' : 'assigned', dangerAt: null },
  })
  return reference
}

const merge = async (one: string, other: string, actor = supervisor) =>
  mergeCase(actor, { ...(await seen(one)), other })
const unmerge = async (one: string) => unmergeCase(supervisor, await seen(one))
const link = async (one: string, other: string, actor = supervisor) =>
  linkCases(actor, { ...(await seen(one)), other, kind: 'same-person' })

/** All of a case and what runs for it, but for its version. */
async function state(reference: string) {
  const one = { ...(await row(reference)), version: 0 }
  const clocks = await ownerDb().caseClock.findMany({ where: { caseId: one.id }, orderBy: { id: 'asc' } })
  return { one, clocks }
}

const listed = async (reference: string) =>
  (await listQueue(supervisor, { page: 1, find: reference })).rows.find((one) => one.reference === reference)

let one = ''
let other = ''
beforeEach(async () => {
  one = await freshCase()
  other = await freshCase(officer.id)
})

describe('a link', () => {
  it('is there from both sides, once, and can be taken back', async () => {
    await link(one, other)
    await expect(link(other, one)).rejects.toMatchObject({ code: 'linked-already' })
    for (const [here, there] of [
      [one, other],
      [other, one],
    ] as const)
      expect((await tiesOfCase(supervisor, (await row(here)).id)).links).toMatchObject([
        { reference: there, kind: 'same-person' },
      ])
    await unlinkCases(supervisor, { ...(await seen(other)), other: one })
    expect(await ownerDb().caseLink.count({ where: { caseId: (await row(one)).id } })).toBe(0)
    const events = await ownerDb().auditEvent.findMany({ where: { reference: one }, orderBy: { seq: 'asc' } })
    expect(events.map(({ action }) => action).slice(-2)).toEqual(['linked', 'unlinked'])
    // Nothing in it says with which.
    expect(JSON.stringify(events.map(({ detail }) => detail))).not.toContain(other)
  })

  it('is not made with the case itself, with none, for no reason, or by who works on one of them alone', async () => {
    await expect(link(one, one)).rejects.toMatchObject({ code: 'same-case' })
    await expect(link(one, 'HC-0000-0000')).rejects.toMatchObject({ code: 'other-not-found' })
    await expect(link(other, one, officer)).rejects.toMatchObject({ code: 'other-not-found' })
    await expect(link(one, other, officer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      linkCases(supervisor, { ...(await seen(one)), other, kind: 'because' }),
    ).rejects.toMatchObject({ code: 'reason-missing' })
    expect(
      await ownerDb().auditEvent.count({ where: { reference: one, action: 'refused' } }),
    ).toBeGreaterThan(0)
  })

  it('says nothing of a case to whoever may not see it', async () => {
    await link(one, other)
    await ownerDb().case.update({ where: { reference: other }, data: { conflictedIds: [supervisor.id] } })
    expect((await tiesOfCase(supervisor, (await row(one)).id)).links).toEqual([])
  })
})

describe('a merge', () => {
  it('gives the case to whoever has the other, takes it out of the queue and stops its clocks; taken back, all is as it was', async () => {
    const before = await state(one)
    await merge(one, other)
    const merged = await state(one)
    expect(merged.one).toMatchObject({
      assigneeId: officer.id,
      status: 'assigned',
      goesOnInId: (await row(other)).id,
    })
    expect(merged.clocks.map(({ pause }) => pause)).toEqual(merged.clocks.map(() => 'merged'))
    expect(await listed(one)).toBeUndefined()
    expect(await listed(other)).toBeDefined()
    expect((await tiesOfCase(officer, (await row(other)).id)).merged).toMatchObject([{ reference: one }])
    await unmerge(one)
    expect(await state(one)).toEqual(before)
    expect(await listed(one)).toBeDefined()
  })

  it('leaves what was promised to its reporter with the one that goes on, in the queue and beside the case', async () => {
    const until = async (reference: string, dueAt: Date) =>
      ownerDb().caseClock.updateMany({
        where: { caseId: (await row(reference)).id, kind: 'first-contact' },
        data: { dueAt, endedAt: null, pausedAt: null },
      })
    const soon = new Date('2026-01-02T09:00:00Z')
    expect((await until(one, soon)).count).toBe(1)
    expect((await until(other, new Date('2027-01-02T09:00:00Z'))).count).toBe(1)
    await merge(one, other)
    const shown = await listed(other)
    expect(shown?.dueAt).toEqual(soon)
    expect(nearestClock(shown?.clocks ?? [])).toMatchObject({ dueAt: soon, pausedAt: null })
    const merged = async () => (await tiesOfCase(officer, (await row(other)).id)).merged[0]?.dueAt ?? null
    expect(await merged()).toEqual(soon)
    await ownerDb().caseClock.updateMany({
      where: { caseId: (await row(one)).id },
      data: { endedAt: new Date(), outcome: 'late' },
    })
    expect(await merged()).toBeNull()
    expect((await listed(other))?.dueAt).toEqual(new Date('2027-01-02T09:00:00Z'))
  })

  it('is of two cases, in no circle, and of one that is not merged already', async () => {
    await expect(merge(one, one)).rejects.toMatchObject({ code: 'same-case' })
    await merge(one, other)
    await expect(merge(other, one)).rejects.toMatchObject({ code: 'merge-circle' })
    const third = await freshCase()
    await expect(merge(one, third)).rejects.toMatchObject({ code: 'merged-already' })
    await expect(merge(third, one)).rejects.toMatchObject({ code: 'other-merged' })
    await merge(other, third)
    await expect(merge(third, one)).rejects.toMatchObject({ code: 'merge-circle' })
    expect((await row(one)).goesOnInId).toBe((await row(third)).id)
  })

  it('is not made with a closed or a sealed case, or where whoever has the other may not have this one', async () => {
    await ownerDb().case.update({ where: { reference: one }, data: { conflictedIds: [officer.id] } })
    await expect(merge(one, other)).rejects.toMatchObject({ code: 'holder-may-not' })
    await ownerDb().case.update({
      where: { reference: other },
      data: { restricted: true, namedIds: [supervisor.id], assigneeId: null },
    })
    await expect(merge(one, other)).rejects.toMatchObject({ code: 'case-sealed' })
    // To whoever is not named for it there is no such case.
    await ownerDb().case.update({ where: { reference: other }, data: { namedIds: [] } })
    await expect(merge(one, other)).rejects.toMatchObject({ code: 'other-not-found' })
    const closed = await freshCase()
    await ownerDb().case.update({
      where: { reference: closed },
      data: { status: 'closed', closedAt: new Date(), disposition: 'advice' },
    })
    await expect(merge(one, closed)).rejects.toMatchObject({ code: 'other-closed' })
    await expect(
      mergeCase(supervisor, { reference: one, version: 99, other: await freshCase() }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('follows whoever has the other, and ends where they may not have it', async () => {
    await merge(one, other)
    await transferCase(supervisor, { ...(await seen(other)), to: colleague, reason: 'Closer by' })
    expect((await row(one)).assigneeId).toBe(colleague)
    await ownerDb().case.update({ where: { reference: one }, data: { conflictedIds: [officer.id] } })
    await transferCase(supervisor, { ...(await seen(other)), to: officer.id, reason: 'Back again' })
    expect(await row(one)).toMatchObject({ assigneeId: null, goesOnInId: null, status: 'new' })
    expect(await ownerDb().caseMerge.count({ where: { case: { reference: one }, endedAt: null } })).toBe(0)
  })

  it('ends before an officer gets a case whose reporter described somebody to leave out', async () => {
    const main = await freshCase()
    await ownerDb().case.update({ where: { reference: one }, data: { namesExclusion: true } })
    await merge(one, main)
    const give = async (to: string) =>
      ownerDb().case.update({ where: { reference: main }, data: { assigneeId: to, status: 'assigned' } })
    await give(supervisor.id)
    expect(await row(one)).toMatchObject({ assigneeId: supervisor.id, goesOnInId: (await row(main)).id })
    await give(officer.id)
    expect(await row(one)).toMatchObject({ assigneeId: null, goesOnInId: null, status: 'new' })
  })

  it('shows a message to the merged case with the one that goes on, which is not closed before it', async () => {
    await merge(one, other)
    await ownerDb().case.update({
      where: { reference: one },
      data: { lastMessageAt: new Date(), lastMessageFrom: 'reporter' },
    })
    expect(await listed(other)).toMatchObject({ messageWaiting: true })
    const closing = { disposition: 'advice', reason: 'Enough said', isRisk: true }
    await expect(closeCase(supervisor, { ...(await seen(other)), ...closing })).rejects.toMatchObject({
      code: 'merged-open',
    })
    await closeCase(supervisor, { ...(await seen(one)), ...closing })
    await closeCase(supervisor, { ...(await seen(other)), ...closing })
    expect((await row(other)).status).toBe('closed')
  })

  it('ends when one of the two is sealed, and leaves no tie when it is erased', async () => {
    await link(one, other)
    await merge(one, other)
    await ownerDb().case.update({
      where: { reference: other },
      data: { restricted: true, namedIds: [supervisor.id] },
    })
    expect((await row(one)).goesOnInId).toBeNull()
    await eraseAsOwner(other)
    const { id: caseId } = await row(other)
    expect(await ownerDb().caseLink.count({ where: { OR: [{ caseId }, { otherId: caseId }] } })).toBe(0)
    expect(await ownerDb().caseMerge.count({ where: { intoId: caseId } })).toBe(0)
  })
})

describe('whatever is merged and taken back', () => {
  const step = fc.record({
    do: fc.constantFrom('merge', 'unmerge', 'merge and back'),
    one: fc.nat(3),
    other: fc.nat(3),
  })

  it('there is never a circle, every chain ends in the case that goes on, and taking all back makes all as it was', async () => {
    const holders = [null, officer.id, colleague, null]
    const cases: string[] = []
    for (const holder of holders) cases.push(await freshCase(holder))
    const before = await Promise.all(cases.map(state))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        for (const { do: act, one: a, other: b } of steps) {
          const [from = '', into = ''] = [cases[a], cases[b]]
          if (act === 'merge and back') await expectNothingChanged(cases, from, into)
          else await (act === 'merge' ? merge(from, into) : unmerge(from)).catch(expectRefusal)
          await expectChainsToEnd(cases)
        }
        // The last first, so that each is given back what it had.
        const open = await ownerDb().caseMerge.findMany({
          where: { case: { reference: { in: cases } }, endedAt: null },
          orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }],
          include: { case: true },
        })
        for (const { case: merged } of open) await unmerge(merged.reference)
        expect((await row(cases[0] ?? '')).goesOnInId).toBeNull()
      }),
      { numRuns: 12 },
    )
    const after = await Promise.all(cases.map(state))
    expect(after.map(({ clocks }) => clocks)).toEqual(before.map(({ clocks }) => clocks))
    expect(after.map(({ one: { goesOnInId } }) => goesOnInId)).toEqual([null, null, null, null])
  }, 60_000)
})

/** A merge that is taken back at once leaves every case as it was; one that is refused does too. */
async function expectNothingChanged(cases: readonly string[], from: string, into: string): Promise<void> {
  const before = await Promise.all(cases.map(state))
  const isMerged = await merge(from, into).then(() => true, expectRefusal)
  if (isMerged === true) await unmerge(from)
  expect(await Promise.all(cases.map(state))).toEqual(before)
}

function expectRefusal(error: unknown): void {
  expect(['same-case', 'merge-circle', 'merged-already', 'other-merged', 'bad-transition']).toContain(
    (error as { code?: string }).code,
  )
}

async function expectChainsToEnd(cases: readonly string[]): Promise<void> {
  const rows = await Promise.all(cases.map(row))
  const merges = await ownerDb().caseMerge.findMany({
    where: { caseId: { in: rows.map((each) => each.id) }, endedAt: null },
  })
  const into = new Map(merges.map(({ caseId, intoId }) => [caseId, intoId]))
  for (const { id: start, goesOnInId } of rows) {
    const walked = [start]
    for (let at = into.get(start); at !== undefined; at = into.get(at)) {
      expect(walked).not.toContain(at)
      walked.push(at)
    }
    expect(goesOnInId).toBe(walked.length === 1 ? null : walked.at(-1))
  }
}
