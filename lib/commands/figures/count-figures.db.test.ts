import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { parityRow, storeParityRows } from '../../../e2e/factories/parity-rows'
import { keptTallies, otherwiseEnded, plainTallies } from '../../../e2e/factories/plain-tallies'
import { currentForce } from '@/lib/config/current-force'
import { deskDb, publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { contactResults } from '@/lib/domain/clocks/clock-rules'
import { offenceAnswers } from '@/lib/domain/offence'
import { monitoredStrands } from '@/lib/domain/words'
import { ownDatabase } from '../../../scripts/testing/own-database'
import { refreshFigures } from './count-figures'
import { planText } from './plan-text'

// Everything of the force is counted: these cases alone.
await ownDatabase()

const force = currentForce()
const start = Date.parse('2026-01-10T00:00:00Z')
const hour = 3_600_000
const after = (hours: number) => new Date(start + hours * hour)
const cases: string[] = []
let account = ''

beforeAll(async () => {
  account = randomUUID()
  await ownerDb().account.create({
    data: { id: account, email: `${account}@example.test`, name: 'Somebody', role: 'supervisor' },
  })
})

type Found = Awaited<ReturnType<typeof theCase>>
const theCase = (id: string) => ownerDb().case.findUniqueOrThrow({ where: { id } })

/** What can happen to a case, at a time, with another one and a number to choose by. */
const acts = {
  contact: (one: Found, at: Date, chosen: number) => tryToReach(one, at, chosen),
  // As where work begins for somebody who was promised no contact.
  begin: (one: Found, at: Date) => endFirstClock(one, at),
  close: async (one: Found, at: Date) => {
    const before = { goesOnInId: one.id, status: { not: 'closed' } }
    // What goes on in it is closed first.
    if ((await ownerDb().case.count({ where: before })) > 0) return
    await change(one, { status: 'closed', closedAt: at, disposition: 'advice' })
  },
  reopen: (one: Found) => change(one, { status: 'assigned', closedAt: null, disposition: null }),
  seal: (one: Found) => change(one, { restricted: true }),
  unseal: (one: Found) => change(one, { restricted: false }),
  merge: async (one: Found, _at: Date, _chosen: number, other: string) => {
    const isThere = (await ownerDb().case.count({ where: { id: other } })) > 0
    if (isThere && other !== one.id) await change(one, { goesOnInId: other })
  },
  unmerge: (one: Found) => change(one, { goesOnInId: null }),
  erase: (one: Found, at: Date) =>
    ownerDb()
      .$queryRaw`SELECT destroy_case(c, ${at}::timestamptz) FROM "case" c WHERE c.id = ${one.id}::uuid`,
  decoy: (one: Found, at: Date) =>
    ownerDb().decoy.createMany({
      data: [{ caseId: one.id, force: force.id, madeAt: at }],
      skipDuplicates: true,
    }),
  answer: (one: Found, at: Date, chosen: number) => answer(one.submissionId, at, chosen),
  find: (one: Found, _at: Date, chosen: number) =>
    ownerDb().caseIndex.createMany({
      data: [{ caseId: one.id, keyId: 'k', kind: 'telephone', term: new Uint8Array([0, 0, 0, chosen % 4]) }],
      skipDuplicates: true,
    }),
  crime: (one: Found, _at: Date, chosen: number) =>
    change(one, { offenceGroup: offenceAnswers[chosen % 7] ?? 'none', onlineFlag: chosen % 2 === 0 }),
  lose: (one: Found) => ownerDb().caseIndex.deleteMany({ where: { caseId: one.id } }),
  remove: async (one: Found, _at: Date, chosen: number) => {
    if (chosen % 3 > 0) return
    await ownerDb().caseEvent.deleteMany({ where: { caseId: one.id } })
    await ownerDb().routingDecision.deleteMany({ where: { caseId: one.id } })
    await ownerDb().case.delete({ where: { id: one.id } })
  },
  move: (one: Found, _at: Date, chosen: number) =>
    change(one, { district: force.districts[chosen % 3]?.id ?? null }),
  facts: (one: Found, _at: Date, chosen: number) =>
    change(one, {
      riskRank: chosen % 3,
      strands: monitoredStrands.filter((_, place) => (chosen >> place) % 2 === 0),
    }),
}

function endFirstClock(one: Found, at: Date) {
  return ownerDb().caseClock.updateMany({
    where: { caseId: one.id, kind: 'first-contact', endedAt: null },
    data: { endedAt: at, outcome: at > one.promisedBy ? 'late' : 'kept' },
  })
}

const attempts = [
  ...contactResults.map((result) => ({ type: 'contact-recorded', detail: { way: 'call', result } })),
  ...['message-sent', 'letter-written', 'note-added'].map((type) => ({ type, detail: {} })),
]

/** By what came of it somebody was told something, or not. */
async function tryToReach(one: Found, at: Date, chosen: number): Promise<void> {
  const attempt = attempts[chosen % attempts.length]
  if (attempt === undefined) return
  await ownerDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('app.actor', ${account}, true)`
    await tx.caseEvent.create({ data: { id: randomUUID(), caseId: one.id, at, ...attempt } })
  })
  if (attempt.type !== 'note-added') await endFirstClock(one, at)
}

const change = ({ id }: Found, data: object) => ownerDb().case.update({ where: { id }, data })

const names = Object.keys(acts) as (keyof typeof acts)[]
const name = fc.oneof(
  { weight: 7, arbitrary: fc.constant('receive' as const) },
  { weight: 2, arbitrary: fc.constant('count' as const) },
  { weight: 16, arbitrary: fc.constantFrom(...names, 'contact' as const, 'close' as const, 'find' as const) },
)
/** Hours into three months, over two changes of the clocks' offset. */
const someActs = fc.array(
  fc.record({ name, hours: fc.integer({ min: 0, max: 100 * 24 }), chosen: fc.nat({ max: 1000 }) }),
  { minLength: 50, maxLength: 60 },
)

async function play(
  what: typeof name extends fc.Arbitrary<infer T> ? T : never,
  hours: number,
  chosen: number,
) {
  if (what === 'count') await refreshFigures(chosen % 9)
  if (what === 'receive') await receive(after(hours), chosen)
  if (what === 'count' || what === 'receive') return
  const id = cases[chosen % cases.length] ?? randomUUID()
  const isThere = await ownerDb().case.count({ where: { id, erasedAt: null } })
  // Of what is erased nothing is changed.
  if (isThere === 0) return
  await acts[what](await theCase(id), after(hours), chosen, cases[(chosen * 7 + 3) % cases.length] ?? id)
}

async function receive(at: Date, chosen: number): Promise<void> {
  const row = parityRow(`FIG-${randomUUID()}`, {
    ...{
      district: force.districts[chosen % 4]?.id ?? null,
      status: 'new',
      assigneeId: null,
      recordedById: null,
      receivedAt: at,
    },
    ...{ restricted: chosen % 11 === 0, excludedDistricts: [], namesExclusion: false },
  })
  await storeParityRows([row])
  await ownerDb().case.update({
    where: { id: row.id },
    data: { promisedBy: new Date(at.getTime() + 30 * hour) },
  })
  cases.push(row.id)
}

async function answer(submissionId: string, at: Date, chosen: number): Promise<void> {
  const boxId = randomUUID()
  await ownerDb().sealedBox.create({ data: { id: boxId, purpose: 'agreement', suite: 1 } })
  const id = randomUUID()
  await ownerDb().agreement.create({
    data: { id, submissionId, madeAt: at, accountId: account, boxId, askedAt: at },
  })
  await ownerDb().agreement.update({
    where: { id },
    data: { answer: chosen % 2 === 0 ? 'yes' : 'no', answeredAt: at },
  })
}

async function countAll(): Promise<void> {
  for (;;) if ((await refreshFigures(50)).waiting === 0) return
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))

describe('what is counted of all cases', () => {
  it('is what counting them one by one gives, whatever happened to them', async () => {
    let counted = 0
    await fc.assert(
      fc.asyncProperty(someActs, async (done) => {
        for (const { name: what, hours, chosen } of done) await play(what, hours, chosen)
        await countAll()
        const kept = sorted(await keptTallies())
        expect(kept).toEqual(sorted(await plainTallies(force)))
        expect(await otherwiseEnded(force)).toEqual([])
        counted += kept.length
      }),
      { numRuns: 5, seed: 8, endOnFailure: true },
    )
    const kept = await keptTallies()
    // All that can be told of a case occurs, or the comparing says little.
    for (const part of [
      'repeat yes',
      'outcome late',
      'outcome kept',
      'outcome dropped',
      'answer no',
      'offence violence',
      'online yes',
      'band ',
    ])
      expect(
        [...kept.keys()].some((key) => key.includes(part)),
        part,
      ).toBe(true)
    expect(counted).toBeGreaterThan(1000)
  })

  it('is counted again where nothing is told of it, and what differs is found', async () => {
    await ownerDb()
      .$executeRaw`UPDATE figure_tally SET count = count + 1 WHERE measure = 'received' AND by = 'kind'`
    const [month] = await ownerDb().$queryRaw<{ month: string }[]>`
      SELECT month::text FROM figure_tally WHERE measure = 'received' AND by = 'kind' ORDER BY month LIMIT 1`
    const faults = () => ownerDb().$queryRaw<{ by: string; kept: number; counted: number }[]>`
      SELECT by, kept, counted FROM check_figures(${planText()}::jsonb, 'received', ${month?.month ?? ''}::date)`
    expect((await faults()).map(({ by, kept, counted }) => ({ by, more: kept - counted }))).toEqual([
      { by: 'kind', more: 1 },
    ])
    await ownerDb().$queryRaw`SELECT rebuild_figures(${planText()}::jsonb)`
    await countAll()
    expect(await faults()).toEqual([])
    expect(sorted(await keptTallies())).toEqual(sorted(await plainTallies(force)))
  })

  it('is nobody’s to read, and counting is nobody’s who is signed in', async () => {
    for (const table of ['figure_tally', 'figure_month', 'figure_touched'])
      for (const db of [deskDb(), publicDb()])
        await expect(db.$queryRawUnsafe(`SELECT * FROM ${table}`), table).rejects.toThrow(
          /permission denied/i,
        )
    await expect(publicDb().$queryRaw`SELECT * FROM figure`).rejects.toThrow(/permission denied/i)
    const asked = deskDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT set_config('app.actor', ${account}, true)`
      return tx.$queryRaw`SELECT * FROM frozen_figures('2026-01-01'::date, '2026-12-01'::date)`
    })
    await expect(asked).rejects.toThrow(/watched by nobody/)
  })

  it('keeps nobody waiting who sends a report while it counts', async () => {
    await ownerDb().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT waiting FROM refresh_figures(${planText()}::jsonb, 50)`
      // Outside that transaction, which holds what it counted.
      await receive(after(5), 1)
    })
    await countAll()
    expect(sorted(await keptTallies())).toEqual(sorted(await plainTallies(force)))
  })
})
