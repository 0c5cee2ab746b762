import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { ParityRow, PlannedCase } from '../../e2e/factories/parity-rows'
import { isFull } from '../../e2e/hostile/figures'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { ownerDb } from '@/lib/db/owner'
import { factsOf } from '@/lib/domain/case-facts'
import { impliedReason, reasonsToOffer } from '@/lib/domain/opening-reason'
import { can } from '@/lib/domain/policy'
import { caseActions } from '@/lib/domain/role-grants'
import type { Actor, PolicyContext } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import { caseStatuses, roles } from '@/lib/domain/words'
import { policyContext } from './policy-context'
import { visibleCases } from './visible-cases'

/**
 * Who may do what is said three times: by `can`, by the where-clause of lists, and by the database's row security. Here
 * every combination there is gets all three answers, and they must be one.
 */

// Every row of a table is asked for: these alone.
await ownDatabase()

const noon = new Date('2026-06-10T11:00:00Z')
const { startOfToday } = asOf(noon, policyContext)
const yesterday = new Date(startOfToday.getTime() - 1)
const prefix = `PARITY-${randomUUID()}-`
const me = randomUUID()
const other = randomUUID()

/** Every way somebody can stand there: six roles, an officer whose duty as one has ended, and accounts no longer active. */
const standings = roles.flatMap((role) =>
  [true, false].flatMap((active) =>
    (role === 'liaison-officer' ? [true, false] : [true]).map((serving) => ({ role, active, serving })),
  ),
)
type Standing = (typeof standings)[number]

/** Named for it, in conflict with it: nobody, me and others, or others alone. */
const peopleOf = [[], [me, other], [other]]
/** Of the glass of a case: nobody broke it; I did and it is open; I did and it is over, to the millisecond, or not begun; another did. */
const glasses = ['whole', 'open', 'over', 'ahead', 'another’s'] as const
type Glass = (typeof glasses)[number]

/** Every combination of what the policy looked at before anybody was named or in conflict, and every one of those with fewer others. */
function everyCase(): { row: ParityRow; glass: Glass }[] {
  const plain = everyPlainCase().map((facts) => ({ facts, glass: glasses[0] }))
  const more = fewerPlainCases().flatMap((facts) =>
    peopleOf.flatMap((namedIds) =>
      peopleOf.flatMap((conflictedIds) =>
        glasses.map((glass) => ({ facts: { ...facts, namedIds, conflictedIds }, glass })),
      ),
    ),
  )
  const asked = everyAskedCase().map((facts) => ({ facts, glass: glasses[0] }))
  return [...plain, ...more, ...asked].map(({ facts, glass }, number) => ({
    glass,
    row: parityRow(`${prefix}${String(number)}`, { ...facts, namedIds: facts.namedIds ?? [] }),
  }))
}

function fewerPlainCases(): PlannedCase[] {
  const receivedAt = startOfToday
  const rows: PlannedCase[] = []
  for (const district of ['north', 'elsewhere'])
    for (const status of ['new', 'closed'])
      for (const assigneeId of [null, me, other])
        for (const recordedById of [null, me])
          for (const restricted of [true, false])
            rows.push({
              ...{ district, status, assigneeId, recordedById, receivedAt, restricted },
              ...{ excludedDistricts: [], namesExclusion: false },
            })
  return rows
}

/** Every combination of what counts where somebody is asked to take a case: me, or another. */
function everyAskedCase(): PlannedCase[] {
  const rows: PlannedCase[] = []
  for (const offeredToId of [me, other])
    for (const district of [null, 'north', 'elsewhere'])
      for (const status of ['new', 'closed'])
        for (const assigneeId of [null, me, other])
          for (const restricted of [true, false])
            for (const namesExclusion of [true, false])
              for (const conflictedIds of [[], [me]])
                rows.push({
                  ...{
                    district,
                    status,
                    assigneeId,
                    recordedById: null,
                    receivedAt: startOfToday,
                    restricted,
                  },
                  ...{ excludedDistricts: [], namesExclusion, conflictedIds, offeredToId },
                })
  return rows
}

function everyPlainCase(): PlannedCase[] {
  const rows: PlannedCase[] = []
  const people = [null, me, other]
  for (const district of [null, 'north', 'elsewhere'])
    for (const status of caseStatuses)
      for (const assigneeId of people)
        for (const recordedById of people)
          for (const receivedAt of [startOfToday, yesterday])
            for (const restricted of [true, false])
              for (const excludedDistricts of [[], ['elsewhere'], ['elsewhere', 'south']])
                for (const namesExclusion of [true, false])
                  rows.push({
                    ...{ district, status, assigneeId, recordedById, receivedAt, restricted },
                    ...{ excludedDistricts, namesExclusion },
                  })
  return rows
}

const cases = everyCase()
const rows = cases.map(({ row }) => row)
const openGlass = cases.filter(({ glass }) => glass === 'open').map(({ row }) => row.id)
const ids = rows.map(({ id }) => id)

beforeAll(async () => {
  for (const id of [me, other])
    await ownerDb().account.create({
      data: { id, email: `${id}@example.test`, name: 'Parity', role: 'auditor' },
    })
  await ownerDb().officer.create({
    data: { id: randomUUID(), accountId: me, districts: ['north', 'south'], languages: [], openLimit: 5 },
  })
  await storeParityRows(rows)
  await breakGlasses()
  // What was planned for few rows takes minutes with these.
  await ownerDb().$executeRaw`ANALYZE`
}, 120_000)

/** Each reason is in a box of its own, which nobody comes to by the case. */
async function breakGlasses(): Promise<void> {
  const minute = 60_000
  const spans = { open: [-59, 1], over: [-60, 0], ahead: [1, 61], 'another’s': [-1, 59] } as const
  const broken = cases.flatMap(({ row, glass }) =>
    glass === 'whole' ? [] : [{ row, glass, box: randomUUID() }],
  )
  await ownerDb().sealedBox.createMany({
    data: broken.map(({ box }) => ({ id: box, purpose: 'parity', suite: 1 })),
  })
  await ownerDb().brokenGlass.createMany({
    data: broken.map(({ row, glass, box }) => ({
      ...{
        id: randomUUID(),
        caseId: row.id,
        reasonBoxId: box,
        accountId: glass === 'another’s' ? other : me,
      },
      brokenAt: new Date(noon.getTime() + spans[glass][0] * minute),
      until: new Date(noon.getTime() + spans[glass][1] * minute),
    })),
  })
}

/** Lets the account stand there, and gives the actor its session would give; null when it could have none. */
async function arrange({ role, active, serving }: Standing): Promise<{ actor: Actor; mayAct: boolean }> {
  await ownerDb().account.update({ where: { id: me }, data: { role, active } })
  await ownerDb().officer.update({ where: { accountId: me }, data: { active: serving } })
  const districts = role === 'liaison-officer' && serving ? ['north', 'south'] : []
  return { actor: { id: me, name: 'Parity', role, districts, glass: openGlass }, mayAct: active }
}

interface Tally {
  combinations: number
  disagreements: number
  wrongAllows: number
}

/** Compares, case by case, what was found with what is allowed. */
function count(tally: Tally, allowed: ReadonlySet<string>, found: ReadonlySet<string>): void {
  for (const id of ids) {
    if (allowed.has(id) === found.has(id)) continue
    tally.disagreements += 1
    if (found.has(id)) tally.wrongAllows += 1
  }
}

type Ids = readonly { readonly id: string }[]
const setOf = (found: Ids) => new Set(found.map(({ id }) => id))

function allowedBy(actor: Actor, action: CaseAction, context: PolicyContext, mayAct: boolean): Set<string> {
  if (!mayAct) return new Set()
  return setOf(rows.filter((row) => can(actor, action, factsOf(row), context)))
}

/** Every list there is, with a fresh proof and without. */
const lists = [true, false].flatMap((steppedUp) => caseActions.map((action) => ({ steppedUp, action })))

/** What each of the lists has, all in one look at every case: of each case, in a place for each list, whether it is in it. */
async function listed(tx: Pick<Transaction, '$queryRaw'>, actor: Actor): Promise<readonly Set<string>[]> {
  const places = lists.map(({ action, steppedUp }) => {
    const isIn = visibleCases(actor, action, { startOfToday, steppedUp })
    return Prisma.sql`CASE WHEN ${isIn} THEN 1 ELSE 0 END`
  })
  const found = await tx.$queryRaw<readonly { readonly id: string; readonly places: string }[]>`
    SELECT c.id::text, concat(${Prisma.join(places)}) AS places FROM "case" c
     WHERE c.reference LIKE ${`${prefix}%`}`
  return lists.map((_, at) => setOf(found.filter(({ places: isIn }) => isIn[at] === '1')))
}

test(
  'the policy, the lists made from it and row security agree for every combination',
  { timeout: 600_000 },
  async () => {
    const tally: Tally = { combinations: 0, disagreements: 0, wrongAllows: 0 }
    for (const standing of standings) {
      const { actor, mayAct } = await arrange(standing)
      // Nobody is signed in to an account that is not active, so no list is asked for; the database says no by itself.
      const asked = mayAct ? await listed(ownerDb(), actor) : null
      const secured = await asOf(noon, () => asActor(actor, (tx) => listed(tx, actor)))
      for (const [at, { action, steppedUp }] of lists.entries()) {
        const allowed = allowedBy(actor, action, { startOfToday, steppedUp }, mayAct)
        if (asked !== null) count(tally, allowed, asked[at] ?? new Set())
        count(tally, allowed, secured[at] ?? new Set())
        tally.combinations += ids.length
      }
    }
    process.stdout.write(
      `Parity: ${String(tally.combinations)} combinations of ${String(standings.length)} standings, ` +
        `${String(caseActions.length)} actions, ${String(ids.length)} cases and a fresh proof or none: ` +
        `${String(tally.disagreements)} disagreements, ${String(tally.wrongAllows)} wrong allows\n`,
    )
    expect(tally).toEqual({
      combinations: standings.length * 2 * caseActions.length * ids.length,
      disagreements: 0,
      wrongAllows: 0,
    })
  },
)

/** What hangs on a case, as the staff role finds it, by the id of the case. */
const hanging: readonly (readonly ['see-headline' | 'open', string, string])[] = [
  ['see-headline', 'case', 'SELECT id::text FROM "case"'],
  ['see-headline', 'submission', 'SELECT id::text FROM submission'],
  ['see-headline', 'case_event', 'SELECT case_id::text AS id FROM case_event'],
  ['see-headline', 'routing_decision', 'SELECT case_id::text AS id FROM routing_decision'],
  ['see-headline', 'message', 'SELECT submission_id::text AS id FROM message'],
  ['see-headline', 'return_code', 'SELECT submission_id::text AS id FROM return_code'],
  ['open', 'case_index', 'SELECT case_id::text AS id FROM case_index'],
]

test(
  'what hangs on a case is the database’s to give by the same rules, sealed words by that of opening',
  { timeout: 600_000 },
  async () => {
    const tally: Tally = { combinations: 0, disagreements: 0, wrongAllows: 0 }
    const caseOf = new Map(
      rows.flatMap(({ id, boxes }) =>
        [boxes.submission, boxes.event, boxes.message].map((box) => [box, id] as const),
      ),
    )
    const equality = new Set(rows.map(({ boxes }) => boxes.equality))
    for (const standing of standings) {
      const { actor, mayAct } = await arrange(standing)
      const context = { startOfToday, steppedUp: false }
      const may = {
        'see-headline': allowedBy(actor, 'see-headline', context, mayAct),
        open: allowedBy(actor, 'open', context, mayAct),
      }
      // A transaction for each table: one for all has no time on a busy machine.
      const foundBy = (query: string) =>
        asOf(noon, () => asActor(actor, (tx) => tx.$queryRawUnsafe<Ids>(query)))
      for (const [action, , query] of hanging) count(tally, may[action], setOf(await foundBy(query)))
      for (const [action, table, column] of [
        ['see-headline', 'sealed_box', 'id'],
        ['open', 'sealed_field', 'box_id'],
        ['open', 'key_wrap', 'box_id'],
      ] as const) {
        const boxes = await foundBy(`SELECT ${column}::text AS id FROM ${table}`)
        expect(boxes.filter(({ id }) => equality.has(id))).toEqual([])
        const mine = boxes.filter(({ id }) => caseOf.has(id))
        expect(mine.length).toBe(may[action].size * 3)
        count(tally, may[action], new Set(mine.map(({ id }) => caseOf.get(id) ?? '')))
      }
    }
    expect(tally).toMatchObject({ disagreements: 0, wrongAllows: 0 })
  },
)

class Undo extends Error {}

/** A reason that is true for each of these cases, where there is one. */
function reasonsOf(actor: Actor, some: readonly ParityRow[]): readonly string[] {
  return some.map((row) => impliedReason(actor, row) ?? reasonsToOffer(actor, row)[0] ?? 'none')
}

/** Every seventh case: these functions ask what the lists above have asked. All of them in the full form of the hostile suite. */
const tried = rows.filter((_, number) => isFull || number % 7 === 0)
const onlyTried = (all: ReadonlySet<string>) => new Set(tried.flatMap(({ id }) => (all.has(id) ? [id] : [])))

/** As many as one transaction has time for. */
const atOnce = 1_500

/** Tries each function on some of the cases, notes where it let the actor, and undoes it all. */
async function tryFunctions(
  actor: Actor,
  some: readonly ParityRow[],
  found: Record<'opened' | 'read' | 'changed', Set<string>>,
) {
  const act = JSON.stringify({ at: noon.toISOString(), type: 'parity' })
  const these = some.map(({ id }) => id)
  const tries = asOf(noon, () =>
    asActor(actor, async (tx) => {
      const opened = await tx.$queryRaw<Ids>`
        SELECT one::text AS id FROM unnest(${these}::uuid[], ${reasonsOf(actor, some)}::text[]) AS given(one, reason)
         WHERE note_opening(one, ${noon}::timestamptz, jsonb_build_object('reason', reason))`
      await tx.$queryRaw`
        SELECT note_messages_read(one, ARRAY[message], NULL, ${noon}::timestamptz)::text
          FROM unnest(${these}::uuid[], ${some.map(({ boxes }) => boxes.message)}::uuid[]) AS given(one, message)`
      const read =
        await tx.$queryRaw<Ids>`SELECT submission_id::text AS id FROM message WHERE read_at = ${noon}`
      const changed = await tx.$queryRaw<Ids>`
        SELECT one::text AS id FROM unnest(${these}::uuid[]) one
         WHERE change_case(one, 1, ${act}::jsonb || jsonb_build_object('event_id', gen_random_uuid())) = 'changed'`
      for (const { id } of opened) found.opened.add(id)
      for (const { id } of read) found.read.add(id)
      for (const { id } of changed) found.changed.add(id)
      throw new Undo()
    }),
  )
  await expect(tries).rejects.toThrow(Undo)
}

test('and so do the functions that act on a case', { timeout: 600_000 }, async () => {
  const tally: Tally = { combinations: 0, disagreements: 0, wrongAllows: 0 }
  for (const standing of standings) {
    const { actor, mayAct } = await arrange(standing)
    const context = { startOfToday, steppedUp: false }
    const found = { opened: new Set<string>(), read: new Set<string>(), changed: new Set<string>() }
    for (let from = 0; from < tried.length; from += atOnce)
      await tryFunctions(actor, tried.slice(from, from + atOnce), found)
    const opened = onlyTried(allowedBy(actor, 'open', context, mayAct))
    count(tally, opened, found.opened)
    count(tally, opened, found.read)
    count(tally, onlyTried(allowedBy(actor, 'see-headline', context, mayAct)), found.changed)
  }
  expect(tally).toMatchObject({ disagreements: 0, wrongAllows: 0 })
})
