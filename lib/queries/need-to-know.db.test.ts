import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { ParityRow } from '../../e2e/factories/parity-rows'
import { ownDatabase } from '../../scripts/testing/own-database'
import { addNote } from '@/lib/commands/add-note'
import { assignCase } from '@/lib/commands/assign-case'
import { closeCase } from '@/lib/commands/close-case'
import { decideRisk } from '@/lib/commands/decide-risk'
import { sendMessage } from '@/lib/commands/send-message'
import { setCaseStatus } from '@/lib/commands/set-status'
import { takeCase } from '@/lib/commands/take-case'
import { tellControlRoom } from '@/lib/commands/tell-control-room'
import { transferCase } from '@/lib/commands/transfer-case'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { newReference } from '@/lib/domain/reference'
import { caseStatuses, roles } from '@/lib/domain/words'
import { createKeys } from '@/lib/sealing/create-keys'
import { env } from '@/lib/config/env'
import { countQueue } from './count-queue'
import { getCaseHeadline } from './get-case-headline'
import { listCaseHistory } from './list-case-history'
import { listQueue } from './list-queue'
import { maySee } from './may-see'
import { openSubmission } from './open-submission'
import { policyContext } from './policy-context'
import { recordedCase } from './recorded-case'

// The whole queue is listed, again and again: these cases alone.
await ownDatabase()

const districts = currentForce()
  .districts.slice(0, 4)
  .map(({ id }) => id)
const everything = 100_000
const day = 86_400_000

/** People of every role, with districts of their own choosing. */
const actors = roles.flatMap((role) =>
  [0, 1, 2].map((number): Actor => ({
    ...{ id: randomUUID(), name: `Needs ${role}`, role },
    districts: role === 'liaison-officer' ? districts.slice(number, number + 2) : [],
  })),
)

const anybody = fc.oneof(fc.constant(null), fc.constantFrom(...actors.map(({ id }) => id)))
const aCase = fc.record({
  district: fc.constantFrom(null, ...districts),
  status: fc.constantFrom(...caseStatuses),
  assigneeId: anybody,
  recordedById: anybody,
  receivedAt: fc.constantFrom(0, day / 2, day, 3 * day).map((ago) => new Date(now().getTime() - ago)),
  restricted: fc.constantFrom(false, false, false, true),
  namedIds: fc.subarray(actors.map(({ id }) => id)),
  conflictedIds: fc.oneof(
    fc.constant([]),
    fc.subarray(
      actors.map(({ id }) => id),
      { maxLength: 3 },
    ),
  ),
  excludedDistricts: fc.subarray([...districts]),
  namesExclusion: fc.constantFrom(false, false, true),
})
const reference = () => newReference('report', crypto.getRandomValues(new Uint8Array(8)))
const rows: readonly ParityRow[] = fc
  .sample(aCase, { numRuns: 400, seed: 20_261_121 })
  .map((facts) => parityRow(reference(), facts))
const byReference = new Map(rows.map((row) => [row.reference, row]))

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  for (const { id, name, role, districts: own } of actors) {
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
    if (role === 'liaison-officer')
      await ownerDb().officer.create({
        data: { id: randomUUID(), accountId: id, districts: [...own], languages: [], openLimit: 5 },
      })
  }
  await storeParityRows(rows)
}, 120_000)

const allowed = (actor: Actor) =>
  rows.filter((row) => can(actor, 'see-headline', factsOf(row), policyContext()))

const aFilter: fc.Arbitrary<QueueFilters> = fc.record(
  {
    page: fc.constant(1),
    status: fc.constantFrom(...caseStatuses),
    district: fc.constantFrom(...districts),
    holder: fc.constantFrom('mine' as const, 'nobody' as const),
    risk: fc.constantFrom('high' as const, 'low' as const),
    sealed: fc.constant('yes' as const),
    find: fc.constantFrom('HC-', 'Needs', ...rows.slice(0, 50).map((row) => row.reference)),
  },
  { requiredKeys: ['page'] },
)

const listed = async (actor: Actor, filters: QueueFilters) => {
  const found = await listQueue(actor, filters, everything)
  return { ...found, ours: found.rows.filter((row) => byReference.has(row.reference)) }
}

async function refusalOf(act: Promise<unknown>): Promise<unknown> {
  try {
    await act
    return 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return { name: error.name, code: error.code, message: error.message }
    throw error
  }
}

describe('for random cases and everybody', () => {
  it('the queue lists what the policy lets them see, whatever the filters, and no more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actors), aFilter, async (actor, filters) => {
        const may = new Set(allowed(actor).map((row) => row.reference))
        const { ours, total, rows: all } = await listed(actor, filters)
        expect(ours.filter((row) => !may.has(row.reference))).toEqual([])
        expect(total).toBe(all.length)
      }),
      { numRuns: 150 },
    )
  })

  it.each(actors)('$role $districts: queue, counts and search are the policy', async (actor) => {
    const may = allowed(actor)
    const open = await listed(actor, { page: 1 })
    const closed = await listed(actor, { page: 1, status: 'closed' })
    const sealed = await listed(actor, { page: 1, sealed: 'yes' })
    const sealedAndClosed = await listed(actor, { page: 1, sealed: 'yes', status: 'closed' })
    const lists = [open, closed, sealed, sealedAndClosed].map(({ ours }) => ours)
    const found = lists.flat().map((row) => row.reference)
    expect(lists.map((list) => list.filter((row) => row.restricted).length)).toEqual([
      ...[0, 0, sealed.ours.length, sealedAndClosed.ours.length],
    ])
    expect(new Set(found).size).toBe(found.length)
    expect(new Set(found)).toEqual(new Set(may.map((row) => row.reference)))
    expect(closed.ours.every((row) => row.status === 'closed')).toBe(true)

    const counts = await countQueue(actor)
    expect(counts).toEqual(open.counts)
    const others = open.rows.filter(
      (row) => !byReference.has(row.reference) && row.status !== 'closed',
    ).length
    const mayOpenly = may.filter((row) => row.status !== 'closed' && !row.restricted)
    expect(counts.open).toBe(mayOpenly.length + others)
    expect(counts.sealed).toBe(sealed.rows.length)
    expect(
      open.ours
        .filter((row) => row.mayOpen)
        .map((row) => row.reference)
        .sort(),
    ).toEqual(
      mayOpenly
        .filter((row) => can(actor, 'open', factsOf(row), policyContext()))
        .map((row) => row.reference)
        .sort(),
    )
    for (const row of rows.slice(0, 40)) {
      const wanted = may.includes(row)
      const search = await listed(actor, {
        ...{ page: 1, status: factsOf(row).status, find: row.reference },
        ...(row.restricted ? { sealed: 'yes' as const } : {}),
      })
      expect({ row, total: search.total }).toEqual({ row, total: wanted ? 1 : 0 })
      expect(await maySee(actor, row.reference)).toBe(wanted)
      expect(await refusalOf(getCaseHeadline(actor, row.reference))).toEqual(
        wanted ? 'allowed' : { name: 'DomainError', code: 'not-found', message: 'not-found' },
      )
    }
  })
})

/** Null is all this one says of a case that is not theirs. */
async function nothingRecorded(actor: Actor, about: string): Promise<void> {
  expect(await recordedCase(actor, about)).toBeNull()
}

describe('a case that is not theirs', () => {
  const acts: readonly (readonly [string, (actor: Actor, reference: string) => Promise<unknown>])[] = [
    ['its headline', getCaseHeadline],
    ['its history', listCaseHistory],
    ['opening', (actor, about) => openSubmission(actor, about, 'supervision')],
    ['what was recorded', nothingRecorded],
    ['take', (actor, about) => takeCase(actor, { reference: about, version: 1 })],
    ['assign', (actor, about) => assignCase(actor, { reference: about, version: 1, to: randomUUID() })],
    [
      'transfer',
      (actor, about) =>
        transferCase(actor, { reference: about, version: 1, to: randomUUID(), reason: 'Because.' }),
    ],
    ['note', (actor, about) => addNote(actor, { reference: about, version: 1, text: 'A note.' })],
    ['message', (actor, about) => sendMessage(actor, { reference: about, version: 1, text: 'A message.' })],
    ['status', (actor, about) => setCaseStatus(actor, { reference: about, version: 1, status: 'closed' })],
    [
      'risk',
      (actor, about) => decideRisk(actor, { reference: about, version: 1, risk: 'low', reason: 'Because.' }),
    ],
    ['control room', (actor, about) => tellControlRoom(actor, { reference: about, version: 1 })],
    [
      'close',
      (actor, about) =>
        closeCase(actor, { reference: about, version: 1, disposition: 'crime', reason: 'Because.' }),
    ],
  ]

  it.each(acts)('answers %s as one that does not exist, and the audit shows both alike', async (_, act) => {
    for (const actor of actors.filter(({ role }) => role !== 'supervisor').slice(0, 9)) {
      const theirs = new Set(allowed(actor))
      const hidden = rows.find((row) => !theirs.has(row) && row.recordedById !== actor.id)
      if (hidden === undefined) throw new Error('everything is theirs')
      const absent = reference()
      const { seq } = await ownerDb().auditEvent.findFirstOrThrow({ orderBy: { seq: 'desc' } })
      const refused = await refusalOf(act(actor, hidden.reference))
      expect(refused).toEqual(await refusalOf(act(actor, absent)))
      const kept = await ownerDb().auditEvent.findMany({
        where: { seq: { gt: seq }, reference: { in: [hidden.reference, absent] } },
      })
      const of = (about: string) =>
        kept
          .filter((row) => row.reference === about)
          .map(({ action, actorId, role, detail }) => ({ action, actorId, role, detail }))
      expect(of(hidden.reference)).toEqual(of(absent))
    }
  })

  it('is not changed by a wrong version either: nothing tells that it is there', async () => {
    const [triager] = actors.filter(({ role }) => role === 'triager')
    const hidden = rows.find(({ restricted }) => restricted)
    if (triager === undefined || hidden === undefined) throw new Error('no case')
    for (const version of [0, 1, 2, Number.NaN, 2 ** 31])
      expect(
        await refusalOf(addNote(triager, { reference: hidden.reference, version, text: 'A note.' })),
      ).toEqual({ name: 'DomainError', code: 'not-found', message: 'not-found' })
  })
})

describe('second parameters', () => {
  const supervisor = actors.find(({ role }) => role === 'supervisor')

  it.each([
    ['nobody', () => randomUUID()],
    ['no id at all', () => "' OR true --"],
    ['a triager', () => actors.find(({ role }) => role === 'triager')?.id ?? ''],
    ['an administrator', () => actors.find(({ role }) => role === 'administrator')?.id ?? ''],
    ['a case', () => rows[0]?.id ?? ''],
  ])('a case is given to %s by nobody', async (_, to) => {
    const free = rows.find((row) => row.assigneeId === null && row.status === 'new' && !row.restricted)
    if (supervisor === undefined || free === undefined) throw new Error('no case')
    const seen = { reference: free.reference, version: 1, to: to() }
    expect(await refusalOf(assignCase(supervisor, seen))).toMatchObject({ code: 'invalid' })
  })

  it('a case is not given to somebody whose account is no longer active', async () => {
    const [officer] = actors.filter(({ role }) => role === 'liaison-officer')
    const free = rows.find((row) => row.assigneeId === null && row.status === 'new' && !row.restricted)
    if (supervisor === undefined || free === undefined || officer === undefined) throw new Error('no case')
    await ownerDb().account.update({ where: { id: officer.id }, data: { active: false } })
    const seen = { reference: free.reference, version: 1, to: officer.id }
    expect(await refusalOf(assignCase(supervisor, seen))).toMatchObject({ code: 'invalid' })
    await ownerDb().account.update({ where: { id: officer.id }, data: { active: true } })
  })
})
