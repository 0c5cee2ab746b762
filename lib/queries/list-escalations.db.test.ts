import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { ParityRow } from '../../e2e/factories/parity-rows'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { controlRoomRules } from '@/lib/domain/desk-alerts'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { ownDatabase } from '../../scripts/testing/own-database'
import { controlRoomTold } from './control-room-told'
import { caseClocks } from './list-clocks'
import { openEscalations } from './list-escalations'

// All there is to see to is listed.
await ownDatabase()

/** Rules that ask for the control room to be told. */
const riskRules = [...controlRoomRules]

const made: ParityRow[] = []
afterAll(() => dropParityRows(made))

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Somebody', role } })
  return { id, name: 'Somebody', role, districts: [] }
}

async function escalated(rules: readonly string[], more: Partial<ParityRow> = {}): Promise<ParityRow> {
  const row = parityRow(`TOLD-${randomUUID()}`, {
    ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
    ...more,
  })
  await storeParityRows([row])
  made.push(row)
  await ownerDb().escalation.createMany({
    data: rules.map((rule, index) => ({
      ...{ id: randomUUID(), caseId: row.id, rule },
      raisedAt: new Date(Date.now() - index * 60_000),
    })),
  })
  return row
}

describe('what needs a supervisor', () => {
  it('comes by case, the most urgent first, with no case of a conflict or sealed for others', async () => {
    const supervisor = await somebody('supervisor')
    const low = await escalated(['review-overdue', 'promise-broken'])
    const high = await escalated(['danger-unacknowledged', 'nothing-we-know'])
    const kept = await escalated(['danger-unacknowledged'], { conflictedIds: [supervisor.id] })
    const sealed = await escalated(['danger-unacknowledged'], { restricted: true, namedIds: [randomUUID()] })
    const { cases, rows } = await openEscalations(supervisor)
    expect(rows.map(({ reference, told }) => [reference, told.map(({ rule }) => rule)])).toEqual([
      [high.reference, ['danger-unacknowledged']],
      [low.reference, ['promise-broken', 'review-overdue']],
    ])
    expect(cases).toBe(2)
    for (const { id } of [kept, sealed])
      expect(await caseClocks(supervisor, { id, risk: 'low' })).toEqual({
        ...{ clocks: [], reach: null, escalations: [] },
      })
    const { clocks, escalations } = await caseClocks(supervisor, { id: low.id, risk: 'low' })
    expect(clocks.map(({ kind, dueAt }) => [kind, dueAt !== null])).toEqual(
      expect.arrayContaining([
        ['first-contact', true],
        ['review', true],
      ]),
    )
    expect(escalations.map(({ rule }) => rule)).toEqual(['promise-broken', 'review-overdue'])
  })

  it('says where each case is, who has it or is asked, and that the control room must still be told', async () => {
    const supervisor = await somebody('supervisor')
    const [holder, asked] = [await somebody('liaison-officer'), await somebody('liaison-officer')]
    const person = ({ id, name }: Actor) => ({ id, name })
    const [district] = currentForce().districts
    const here = await escalated(['unopened'], { district: district?.id ?? '', assigneeId: holder.id })
    const offered = await escalated(['unopened'])
    await ownerDb().case.update({ where: { id: offered.id }, data: { offeredToId: asked.id, riskRules } })
    const told = await escalated(['unopened'])
    await ownerDb().case.update({ where: { id: told.id }, data: { riskRules } })
    await ownerDb().caseEvent.create({
      data: { id: randomUUID(), caseId: told.id, type: controlRoomTold, at: new Date() },
    })
    const danger = await escalated(['unopened'])
    await ownerDb().case.update({ where: { id: danger.id }, data: { dangerAt: new Date() } })
    const { rows } = await openEscalations(supervisor)
    const facts = new Map(rows.map((row) => [row.reference, row.facts]))
    const nothing = { district: null, holder: null, asked: null, untold: false }
    expect(facts.get(here.reference)).toEqual({ ...nothing, district: district?.id, holder: person(holder) })
    expect(facts.get(offered.reference)).toEqual({ ...nothing, asked: person(asked), untold: true })
    expect(facts.get(told.reference)).toEqual(nothing)
    expect(facts.get(danger.reference)).toEqual({ ...nothing, untold: true })
  })

  it.each(roles.filter((role) => role !== 'supervisor'))('is not for a %s', async (role) => {
    await escalated(['promise-broken'])
    expect(await openEscalations(await somebody(role))).toMatchObject({ cases: 0, rows: [] })
  })

  it('is all to be reached, a page at a time, and never beyond the last', async () => {
    const supervisor = await somebody('supervisor')
    const before = await openEscalations(supervisor)
    for (let more = 0; more < 21; more += 1) await escalated(['unopened'])
    const all = before.cases + 21
    const last = Math.ceil(all / 10)
    const pages = await Promise.all(
      Array.from({ length: last }, (_, at) => openEscalations(supervisor, at + 1)),
    )
    expect(pages[0]).toMatchObject({ cases: all, page: 1, pages: last })
    expect(await openEscalations(supervisor, last + 6)).toEqual(pages.at(-1))
    const shown = pages.flatMap(({ rows }) => rows)
    expect(new Set(shown.map(({ reference }) => reference)).size).toBe(shown.length)
    expect(shown).toHaveLength(all)
  })
})
