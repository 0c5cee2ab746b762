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
import { caseStanding } from '@/lib/queries/case-standing'
import { listAudit } from '@/lib/queries/list-audit'
import { listQueue } from '@/lib/queries/list-queue'
import { maySee } from '@/lib/queries/may-see'
import { searchCases } from '@/lib/queries/search-cases'
import { currentForce } from '@/lib/config/current-force'
import { listFlags } from '@/lib/queries/list-flags'
import { changeSealedList } from './change-sealed-list'
import { changeStanding } from './change-standing'
import { deactivateAccount } from './close-account'
import { holdCase } from './erase-case'
import { noteConflicts } from './link-checks'
import { nameReadersAgain } from './name-readers-again'
import { noteRefusal } from './note-refusal'
import { resolveFlag } from './resolve-flag'
import { signLook } from './sign-look'
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

/** The same past the command: what the database says by itself. */
async function directly(actor: Actor, row: ParityRow, act: StandingAct, account: string | null) {
  const { version } = await current(row)
  const [said] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ outcome: string }[]>`
      SELECT change_standing(${row.id}::uuid, ${version}::integer, now(), ${act}, ${account}::uuid, 'mistaken') AS outcome`,
  )
  return said?.outcome
}

/** A declared link of an account that is of this case, as the job notes it. */
const foundBetween = (caseId: string, account: string) =>
  noteConflicts(caseId, { conflicted: [account], possible: [] })

/** What somebody reads in the audit of a case about conflicts. */
const toldOfConflicts = async (actor: Actor, { reference: find }: ParityRow) =>
  (await listAudit(actor, { find, page: 1 })).rows
    .map(({ action }) => action)
    .filter((action) => action.startsWith('conflict'))

/** Looks of the officer's at these cases, by number. */
async function looksAt(rows: readonly ParityRow[]): Promise<readonly bigint[]> {
  const { id: actorId, role } = officer
  const looks = rows.map(({ id: caseId, reference }) =>
    ownerDb().auditEvent.create({
      data: {
        ...{ at: now(), actorId, role, action: 'opened', caseId, reference, detail: {} },
        force: currentForce().id,
      },
    }),
  )
  return (await Promise.all(looks)).map(({ seq }) => seq)
}

/** A flag about them, with its row of the audit. */
async function flagOf(rows: readonly ParityRow[]): Promise<string> {
  const id = randomUUID()
  const force = currentForce().id
  const flag = { id, force, actorId: officer.id, rule: `rule ${id}`, signs: [], day: now(), raisedAt: now() }
  await ownerDb().lookingFlag.create({ data: { ...flag, rows: [...(await looksAt(rows))] } })
  const detail = { flag: id, rule: 'closed-cases' }
  await ownerDb().auditEvent.create({ data: { at: now(), action: 'flag-raised', detail, force } })
  return id
}

/** A sample of them, of a week that no other test is about. */
async function sampleOf(rows: readonly ParityRow[]): Promise<void> {
  const seqs = await looksAt(rows)
  await ownerDb().lookSample.createMany({
    data: rows.map(({ id: caseId }, number) => ({
      ...{ id: randomUUID(), force: currentForce().id, week: new Date('2033-01-03'), caseId, drawnAt: now() },
      ...{ seq: seqs[number] ?? 0n, actorId: officer.id },
    })),
  })
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

let away: readonly string[] = []
const withThem = (active: boolean) =>
  ownerDb().account.updateMany({ where: { id: { in: [...away] } }, data: { active } })

beforeAll(async () => {
  // Nobody else is to be named for what arrives here, until the end.
  const others = await ownerDb().account.findMany({ where: { role: 'supervisor', active: true } })
  away = others.map(({ id }) => id)
  await withThem(false)
  administrator = await person('administrator')
  first = await person('supervisor')
  second = await person('supervisor')
  officer = await person('liaison-officer')
})

afterAll(async () => {
  await withThem(true)
  await ownerDb().lookingFlag.deleteMany({ where: { actorId: officer.id } })
  await dropParityRows(made)
})

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
    // Whoever is named and supervises nobody names others, and can take nobody off it nor unseal it; and they are no supervisor's cover.
    expect(await change(officer, 'reader-removed', row, 'left-post', first.id)).toBe('forbidden')
    expect(await change(officer, 'case-unsealed', row, 'mistaken')).toBe('forbidden')
    expect(await directly(officer, row, 'reader-removed', first.id)).toBe('not-found')
    expect(await directly(officer, row, 'case-unsealed', null)).toBe('not-found')
    expect(await change(first, 'reader-removed', row, 'left-post', first.id)).toBe('last-reader')
    expect(await change(first, 'reader-removed', row, 'no-longer-needed', officer.id)).toBe('done')
    expect(await current(row)).toMatchObject({ assigneeId: null, status: 'new', namedIds: [first.id] })
    expect(await maySee(officer, row.reference)).toBe(false)
    expect(await change(first, 'case-unsealed', row, 'not-police')).toBe('done')
    expect(await current(row)).toMatchObject({ restricted: false, namedIds: [] })
    expect(await maySee(second, row.reference)).toBe(true)
    expect(await audited(row)).toEqual([
      ...['named', 'reader-named', 'taken', 'refused', 'refused', 'handed-back', 'reader-removed'],
      'case-unsealed',
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

  it('is refused like a case that is not there, column by column, and what is refused of it to its readers is theirs', async () => {
    const row = await newCase({ restricted: true })
    const nowhere = newReference('report', randomBytes(8))
    for (const reference of [row.reference, nowhere])
      for (const attempted of [
        outcome(
          changeStanding(second, 'recused', { reference, version: 1 }, { account: '', reason: 'family' }),
        ),
        outcome(takeCase(officer, { reference, version: 1 })),
        outcome(holdCase(second, { reference, version: 1, reason: 'claim' })),
        // As somebody would be told who lost sight of it in the moment since.
        noteRefusal(second, reference, { attempted: 'erase', code: 'own-request' }).then(() => 'not-found'),
        noteRefusal(officer, reference, { attempted: 'assign', code: 'left-out' }).then(() => 'not-found'),
      ])
        expect(await attempted).toBe('not-found')
    await noteRefusal(first, row.reference, { attempted: 'erase', code: 'own-request' })
    const wholly = (actor: Actor, reference: string) =>
      asActor(actor, (tx) =>
        tx.auditEvent.findMany({ where: { reference, action: 'refused' }, orderBy: { seq: 'asc' } }),
      )
    const alike = async (reference: string) =>
      (await wholly(second, reference)).map((one) => ({
        ...one,
        ...{ seq: 0, at: 0, reference: '' },
      }))
    const told = await alike(row.reference)
    expect(told).toHaveLength(5)
    expect(told.map(({ caseId, detail }) => [caseId, (detail as { code: string }).code])).toEqual(
      told.map(() => [null, 'not-found']),
    )
    const sorted = (rows: readonly object[]) => rows.map((one) => JSON.stringify(one)).toSorted()
    expect(sorted(told)).toEqual(sorted(await alike(nowhere)))
    expect((await wholly(first, row.reference)).at(-1)).toMatchObject({
      ...{ caseId: row.id, detail: { attempted: 'erase', code: 'own-request' } },
    })
    expect(await wholly(first, row.reference)).toHaveLength(6)
  })

  it('is not told of by a flag, by who settles one, nor by what is counted of the sample', async () => {
    const sealed = await newCase({ restricted: true, namedIds: [first.id] })
    const plainly = await newCase()
    const [wholly, partly] = [await flagOf([sealed]), await flagOf([sealed, plainly])]
    const listed = async (actor: Actor) =>
      (await listFlags(actor, { resolved: false, page: 1 })).flags
        .map(({ id }) => id)
        .filter((id) => id === wholly || id === partly)
    const raised = (actor: Actor) =>
      asActor(actor, (tx) =>
        tx.auditEvent.count({ where: { action: 'flag-raised', detail: { path: ['flag'], equals: wholly } } }),
      )
    const auditor = await person('auditor')
    expect([await listed(second), await raised(second)]).toEqual([[partly], 0])
    for (const actor of [first, auditor]) {
      expect((await listed(actor)).toSorted()).toEqual([wholly, partly].toSorted())
      expect(await raised(actor)).toBe(1)
    }
    const given = { flagId: wholly, outcome: 'no-concern', reason: 'work' }
    expect(await outcome(resolveFlag(second, given))).toBe('not-found')
    const drawn = async (actor: Actor) => {
      const rows = await asActor(
        actor,
        (tx) => tx.$queryRaw<{ drawn: number }[]>`SELECT drawn FROM look_sample_figures('2033-01-03')`,
      )
      return rows.map((one) => one.drawn)
    }
    await sampleOf([sealed, plainly])
    expect([await drawn(second), await drawn(first), await drawn(auditor)]).toEqual([[1], [2], [2]])
    const { id: sampleId } = await ownerDb().lookSample.findFirstOrThrow({ where: { caseId: sealed.id } })
    expect(await outcome(signLook(second, { sampleId, outcome: 'in-order' }))).toBe('not-found')
    await signLook(first, { sampleId, outcome: 'in-order' })
    const signed = (actor: Actor) =>
      asActor(actor, (tx) =>
        tx.auditEvent.count({
          where: { action: 'sample-signed', detail: { path: ['sample'], equals: sampleId } },
        }),
      )
    expect([await signed(second), await signed(first), await signed(auditor)]).toEqual([0, 1, 1])
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
    const third = await person('supervisor')
    expect(await change(officer, 'conflict-declared', row, 'family', first.id)).toBe('forbidden')
    expect(await change(first, 'conflict-declared', row, 'family', first.id)).toBe('invalid')
    expect(await change(first, 'conflict-declared', row, 'family', second.id)).toBe('done')
    expect(await maySee(second, row.reference)).toBe(false)
    expect(await change(second, 'conflict-lifted', row, 'mistaken', second.id)).toBe('not-found')
    expect(await change(first, 'conflict-lifted', row, 'mistaken', second.id)).toBe('done')
    expect(await maySee(second, row.reference)).toBe(true)
    await ownerDb().account.update({ where: { id: third.id }, data: { active: false } })
  })

  it('is declared for nobody who reads the audit, nor for the last supervisor who could see what was done', async () => {
    const row = await newCase()
    const auditor = await person('auditor')
    const offered = (await caseStanding(first, { namedIds: [], conflictedIds: [] })).mayBeKeptOut
    expect(new Set(offered.map(({ role }) => role))).not.toContain('auditor')
    for (const { id } of [auditor, administrator])
      expect(await change(first, 'conflict-declared', row, 'other-interest', id)).toBe('invalid')
    expect(await change(first, 'conflict-declared', row, 'other-interest', second.id)).toBe('last-reader')
    const third = await person('supervisor')
    expect(await change(first, 'conflict-declared', row, 'other-interest', second.id)).toBe('done')
    expect(await change(first, 'conflict-declared', row, 'other-interest', third.id)).toBe('last-reader')
    expect(await change(first, 'conflict-declared', row, 'family', officer.id)).toBe('done')
    await ownerDb().account.update({ where: { id: third.id }, data: { active: false } })
    const told = (actor: Actor) => toldOfConflicts(actor, row)
    expect(await told(second)).toEqual([])
    expect(await told(auditor)).toEqual(['conflict-declared', 'conflict-declared'])
  })

  it('of an auditor hides a case from them where it is by their own link, but never who was kept from it', async () => {
    const row = await newCase()
    const found = await newCase()
    const auditor = await person('triager')
    await change(first, 'conflict-declared', row, 'other-interest', auditor.id)
    await ownerDb().account.update({ where: { id: auditor.id }, data: { role: 'auditor' } })
    expect(await foundBetween(found.id, auditor.id)).toBe(true)
    await change(first, 'conflict-declared', found, 'family', officer.id)
    const told = (about: ParityRow) => toldOfConflicts({ ...auditor, role: 'auditor' }, about)
    expect(await told(row)).toEqual(['conflict-declared'])
    expect(await told(found)).toEqual(['conflict-declared'])
    expect(await audited(found)).toEqual(expect.arrayContaining(['conflict-found', 'conflict-declared']))
  })

  it('of the last supervisor named leaves a case to another, whoever else is named', async () => {
    const row = await newCase({ restricted: true, namedIds: [first.id, officer.id] })
    expect(await change(first, 'recused', row, 'family')).toBe('done')
    expect((await current(row)).namedIds.toSorted()).toEqual([second.id, officer.id].toSorted())
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
