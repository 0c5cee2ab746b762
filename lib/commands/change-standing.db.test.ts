import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import type { ParityRow, PlannedCase } from '../../e2e/factories/parity-rows'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { newReference } from '@/lib/domain/reference'
import type { StandingAct } from '@/lib/domain/standing'
import type { Role } from '@/lib/domain/words'
import { listAudit } from '@/lib/queries/list-audit'
import { listQueue } from '@/lib/queries/list-queue'
import { maySee } from '@/lib/queries/may-see'
import { searchCases } from '@/lib/queries/search-cases'
import { changeSealedList } from './change-sealed-list'
import { changeStanding } from './change-standing'
import { deactivateAccount } from './close-account'
import { nameReadersAgain } from './name-readers-again'
import { takeCase } from './take-case'

const made: ParityRow[] = []
const plain: PlannedCase = {
  ...{ district: 'north', status: 'new', assigneeId: null, recordedById: null, receivedAt: now() },
  ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
}

async function person(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Stands ${role}`, role } })
  const districts = role === 'liaison-officer' ? ['north'] : []
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts, languages: [], openLimit: 5 },
    })
  return { id, name: `Stands ${role}`, role, districts }
}

async function newCase(facts: Partial<PlannedCase> = {}): Promise<ParityRow> {
  const row = parityRow(newReference('report', randomBytes(8)), { ...plain, ...facts })
  await storeParityRows([row])
  made.push(row)
  return row
}

const current = (row: ParityRow) => ownerDb().case.findUniqueOrThrow({ where: { id: row.id } })

async function outcome(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

async function change(actor: Actor, act: StandingAct, row: ParityRow, reason: string, account = '') {
  const { reference, version } = await current(row)
  return outcome(changeStanding(actor, act, { reference, version }, { account, reason }))
}

/** The audit's rows of a case: who did what, the oldest first. */
const audited = async (row: ParityRow) =>
  (await ownerDb().auditEvent.findMany({ where: { caseId: row.id }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )

let administrator: Actor
let first: Actor
let second: Actor
let officer: Actor
const admin = () => ({ actor: administrator, strongAt: now() })

beforeAll(async () => {
  // Nobody else is to be named for what arrives here.
  await ownerDb().account.updateMany({ where: { role: 'supervisor' }, data: { active: false } })
  administrator = await person('administrator')
  first = await person('supervisor')
  second = await person('supervisor')
  officer = await person('liaison-officer')
})

afterAll(() => dropParityRows(made))

const version = async ({ id }: Actor) =>
  (await ownerDb().account.findUniqueOrThrow({ where: { id } })).version
const list = async (actor: Actor, on: boolean, reason = on ? 'new-post' : 'left-post') =>
  outcome(changeSealedList(admin(), { accountId: actor.id, version: await version(actor) }, on, reason))

describe('a sealed case', () => {
  it('is for every supervisor while nobody is on the list, and for those on it from then on', async () => {
    const before = await newCase({ restricted: true })
    expect((await current(before)).namedIds.toSorted()).toEqual([first.id, second.id].toSorted())
    expect(await list(first, true)).toBe('done')
    expect(await list(first, true)).toBe('invalid')
    expect(await list(officer, true)).toBe('invalid')
    const after = await newCase({ restricted: true })
    expect((await current(after)).namedIds).toEqual([first.id])
    expect([await maySee(first, after.reference), await maySee(second, after.reference)]).toEqual([
      true,
      false,
    ])
    expect(await audited(after)).toEqual(['named'])
  })

  it('is in a section of its own for whoever is named, and in no count, list or search besides', async () => {
    const row = await newCase({ restricted: true })
    const among = async (actor: Actor, sealed?: 'yes') => {
      const found = await listQueue(actor, { page: 1, ...(sealed === undefined ? {} : { sealed }) }, 10_000)
      return { has: found.rows.some(({ reference }) => reference === row.reference), counts: found.counts }
    }
    const seen = await among(first)
    const apart = await among(first, 'yes')
    expect([seen.has, apart.has]).toEqual([false, true])
    const others = await among(second, 'yes')
    expect(others.has).toBe(false)
    await newCase({ restricted: true })
    expect((await among(first)).counts).toEqual({ ...seen.counts, sealed: seen.counts.sealed + 1 })
    expect((await among(second)).counts).toEqual(others.counts)
    expect(await searchCases(second, { kind: 'auto', text: row.reference })).toEqual({
      ...{ kind: 'reference', reference: row.reference },
    })
  })

  it('is a person’s to name others for, never without a reader, and theirs to unseal', async () => {
    const row = await newCase({ restricted: true })
    expect(await change(second, 'reader-named', row, 'cover', officer.id)).toBe('not-found')
    expect(await change(first, 'reader-removed', row, 'left-post', first.id)).toBe('last-reader')
    expect(await change(first, 'reader-named', row, 'expertise', administrator.id)).toBe('invalid')
    expect(await change(first, 'reader-named', row, 'expertise', officer.id)).toBe('done')
    expect(await change(first, 'reader-named', row, 'expertise', officer.id)).toBe('invalid')
    const { reference, version: at } = await current(row)
    expect(await outcome(takeCase(officer, { reference, version: at }))).toBe('done')
    expect(await change(first, 'reader-removed', row, 'no-longer-needed', officer.id)).toBe('done')
    expect(await current(row)).toMatchObject({ assigneeId: null, status: 'new', namedIds: [first.id] })
    expect(await maySee(officer, row.reference)).toBe(false)
    expect(await change(first, 'case-unsealed', row, 'not-police')).toBe('done')
    expect(await current(row)).toMatchObject({ restricted: false, namedIds: [] })
    expect(await maySee(second, row.reference)).toBe(true)
    expect(await audited(row)).toEqual([
      ...['named', 'refused', 'reader-named', 'taken', 'handed-back', 'reader-removed', 'case-unsealed'],
    ])
  })

  it('is sealed later by a supervisor, and handed back by whoever held it and is not named', async () => {
    const row = await newCase({ status: 'in-progress', assigneeId: officer.id })
    expect(await change(officer, 'case-sealed', row, 'found-out')).toBe('forbidden')
    expect(await change(second, 'case-sealed', row, 'curious')).toBe('invalid')
    expect(await change(second, 'case-sealed', row, 'found-out')).toBe('done')
    expect(await current(row)).toMatchObject({
      ...{ restricted: true, namedIds: [first.id], assigneeId: null, status: 'new' },
    })
    expect([await maySee(officer, row.reference), await maySee(second, row.reference)]).toEqual([
      false,
      false,
    ])
  })

  it('says nothing in the audit to a supervisor who is not named, and a refusal like any other', async () => {
    const row = await newCase({ restricted: true })
    const mine = { rows: 50, find: row.reference }
    const shown = async (actor: Actor) =>
      (await listAudit(actor, { find: mine.find, page: 1 })).rows.flatMap(({ action }) =>
        action === 'looks-consulted' ? [] : [action],
      )
    expect(await shown(second)).toEqual([])
    expect(await change(second, 'recused', row, 'family')).toBe('not-found')
    expect(await shown(second)).toEqual(['refused'])
    expect(await shown(first)).toEqual(['refused', 'named'])
  })

  it('has a reader named again when the last is gone: at once with the account, by the clock otherwise', async () => {
    const row = await newCase({ restricted: true })
    expect(
      await outcome(
        deactivateAccount(admin(), { accountId: first.id, version: await version(first) }, 'away'),
      ),
    ).toBe('done')
    expect((await current(row)).namedIds).toEqual([second.id])
    await ownerDb().account.update({ where: { id: first.id }, data: { active: true } })
    await ownerDb().account.update({ where: { id: second.id }, data: { active: false } })
    expect(await nameReadersAgain()).toBeGreaterThan(0)
    expect((await current(row)).namedIds).toEqual([first.id])
    expect(await nameReadersAgain()).toBe(0)
    await ownerDb().account.update({ where: { id: second.id }, data: { active: true } })
    const asSomebody = asActor(second, (tx) => tx.$queryRaw`SELECT name_readers_again(now())`)
    await expect(asSomebody).rejects.toThrow(/named again by nobody/)
  })
})

describe('a conflict', () => {
  it('is said in one act by whoever sees the case, who hands it back and sees nothing of it any more', async () => {
    const row = await newCase({ status: 'in-progress', assigneeId: officer.id })
    expect(await change(officer, 'recused', row, '')).toBe('invalid')
    expect(await change(officer, 'recused', row, 'knows-victim')).toBe('done')
    expect(await current(row)).toMatchObject({
      ...{ conflictedIds: [officer.id], assigneeId: null, status: 'new' },
    })
    expect(await maySee(officer, row.reference)).toBe(false)
    expect(await audited(row)).toEqual(['handed-back', 'recused'])
    const { reference, version: at } = await current(row)
    expect(await outcome(takeCase(officer, { reference, version: at }))).toBe('not-found')
  })

  it('is declared for another by a supervisor, and lifted by one who is not in it', async () => {
    const row = await newCase()
    expect(await change(officer, 'conflict-declared', row, 'family', first.id)).toBe('forbidden')
    expect(await change(first, 'conflict-declared', row, 'family', first.id)).toBe('invalid')
    expect(await change(first, 'conflict-declared', row, 'family', second.id)).toBe('done')
    expect(await maySee(second, row.reference)).toBe(false)
    expect(await change(second, 'conflict-lifted', row, 'mistaken', second.id)).toBe('not-found')
    expect(await change(first, 'conflict-lifted', row, 'mistaken', second.id)).toBe('done')
    expect(await maySee(second, row.reference)).toBe(true)
  })

  it('of the only reader of a sealed case gives it to the others, and is refused where there is none', async () => {
    const row = await newCase({ restricted: true, namedIds: [first.id] })
    expect(await change(first, 'recused', row, 'family')).toBe('done')
    expect(await current(row)).toMatchObject({ namedIds: [second.id], conflictedIds: [first.id] })
    expect(await change(second, 'recused', row, 'family')).toBe('last-reader')
    expect(await maySee(second, row.reference)).toBe(true)
  })

  it('of an earlier version of the case is not taken', async () => {
    const row = await newCase()
    const act = changeStanding(
      first,
      'recused',
      { reference: row.reference, version: 7 },
      { account: '', reason: 'family' },
    )
    expect(await outcome(act)).toBe('conflict')
  })
})
