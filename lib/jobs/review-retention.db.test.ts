import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows } from '../../e2e/factories/parity-rows'
import type { ParityRow } from '../../e2e/factories/parity-rows'
import { retainedCases } from '../../e2e/factories/retained-cases'
import { asOf } from '@/lib/adapters/clock'
import { retentionCases } from '@/lib/commands/mark-retention'
import { keepLonger } from '@/lib/commands/keep-longer'
import { holdCase, liftHold, requestErasure } from '@/lib/commands/erase-case'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { RetentionList } from '@/lib/domain/retention'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import { listRetention } from '@/lib/queries/list-retention'
import { reviewRetention } from './review-retention'

const person = (role: Role): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const supervisor = person('supervisor')
const others = roles.filter((role) => role !== 'supervisor').map(person)
const at = (day: string) => new Date(`${day}T05:00:00Z`)
const run = (day: string) => asOf(at(day), reviewRetention)
const made: ParityRow[] = []

beforeAll(async () => {
  for (const { id, name, role } of [supervisor, ...others])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
})

afterAll(() => dropParityRows(made))

async function closed(...days: string[]): Promise<readonly ParityRow[]> {
  const rows = await retainedCases(days.map(at))
  made.push(...rows)
  return rows
}

async function oneClosed(day: string): Promise<ParityRow> {
  const [row] = await closed(day)
  if (row === undefined) throw new Error('No case was made.')
  return row
}

const stored = (id: string) => ownerDb().case.findUniqueOrThrow({ where: { id } })
const dueOn = async ({ id }: ParityRow) => (await stored(id)).retentionDueOn?.toISOString().slice(0, 10)
const warnings = (rows: readonly ParityRow[]) => {
  const where = { caseId: { in: rows.map(({ id }) => id) } }
  return Promise.all([
    ownerDb().caseEvent.count({ where: { ...where, type: 'retention-warned' } }),
    ownerDb().auditEvent.count({ where: { ...where, action: 'retention-warned', actorId: null } }),
  ])
}
const seen = async ({ id }: ParityRow) => {
  const { reference, version } = await stored(id)
  return { reference, version }
}
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  )

describe('the job that tells when the time to keep a case ends', () => {
  it('tells of each of 2,000 cases once, however often it runs and wherever a run was cut off', async () => {
    const near = await closed(...Array.from({ length: 1_000 }, () => '2022-03-10'))
    const far = await closed(...Array.from({ length: 1_000 }, () => '2022-09-10'))
    expect(await run('2023-02-20')).toBe(1_000)
    expect(await run('2023-02-20')).toBe(0)
    expect(await warnings(near)).toEqual([1_000, 1_000])
    expect(await warnings(far)).toEqual([0, 0])
    // As if a run had ended after some of them.
    const cut = near.slice(300, 700).map(({ id }) => id)
    await ownerDb().case.updateMany({ where: { id: { in: cut } }, data: { retentionDueOn: null } })
    expect(await run('2023-02-21')).toBe(400)
    expect(await run('2023-08-20')).toBe(1_000)
    expect(await dueOn(far[0] ?? (await oneClosed('2022-09-10')))).toBe('2023-09-10')
  })

  it('begins on the day the force says, not before, and a clock that is set back takes nothing back', async () => {
    const one = await oneClosed('2023-06-10')
    await run('2024-05-12')
    expect(await dueOn(one)).toBeUndefined()
    await run('2024-05-13')
    expect(await dueOn(one)).toBe('2024-06-10')
    await run('2024-01-01')
    expect(await dueOn(one)).toBe('2024-06-10')
    expect(await warnings([one])).toEqual([1, 1])
  })

  it('passes over what is on hold until that is lifted', async () => {
    const one = await oneClosed('2023-06-10')
    await holdCase(supervisor, { ...(await seen(one)), reason: 'complaint' })
    await run('2024-06-20')
    expect(await dueOn(one)).toBeUndefined()
    await liftHold(supervisor, await seen(one))
    await run('2024-06-21')
    expect(await dueOn(one)).toBe('2024-06-10')
  })

  it('begins anew with a case that is opened again', async () => {
    const one = await oneClosed('2023-06-10')
    await run('2024-06-20')
    const reopened = { status: 'in-progress', closedAt: null, disposition: null }
    await ownerDb().case.update({ where: { id: one.id }, data: reopened })
    expect(await dueOn(one)).toBeUndefined()
    const again = { status: 'closed', closedAt: at('2024-07-01'), disposition: 'advice' }
    await ownerDb().case.update({ where: { id: one.id }, data: again })
    await run('2024-07-02')
    expect(await dueOn(one)).toBeUndefined()
    await run('2025-06-20')
    expect(await dueOn(one)).toBe('2025-07-01')
    expect(await warnings([one])).toEqual([2, 2])
  })

  it('lets nobody who is signed in do it, or read what it reads', async () => {
    for (const actor of [supervisor, ...others]) {
      const marks = asActor(actor, (tx) => tx.$queryRaw`SELECT mark_retention('[]'::jsonb, now())`)
      await expect(marks).rejects.toThrow(/by hand/)
      const read = await asActor(actor, (tx) => tx.$queryRaw`SELECT * FROM retention_cases(NULL, 10)`)
      expect(read).toEqual([])
    }
    expect((await retentionCases(null, 1)).length).toBe(1)
    await expect(deskDb().$executeRaw`UPDATE "case" SET retention_due_on = NULL`).rejects.toThrow(
      /permission/,
    )
  })
})

describe('keeping a case longer', () => {
  const keep = async (row: ParityRow, until: string, by = supervisor, reason = 'pattern') => {
    const given = { ...(await seen(row)), until, reason }
    return codeOf(asOf(at('2024-06-20'), () => keepLonger(by, given)))
  }

  it('moves its end, tells of that one in its time, and is in its history and the audit', async () => {
    const one = await oneClosed('2023-06-10')
    await run('2024-06-20')
    expect(await keep(one, '2025-02-28')).toBe('done')
    expect(await dueOn(one)).toBeUndefined()
    await run('2024-06-21')
    expect(await dueOn(one)).toBeUndefined()
    await run('2025-02-10')
    expect(await dueOn(one)).toBe('2025-02-28')
    const { entries } = await listCaseHistory(supervisor, one.reference)
    expect(entries.find(({ type }) => type === 'kept-longer')).toMatchObject({
      who: 'supervisor',
      detail: { reason: 'pattern', until: '2025-02-28' },
    })
    const audited = await ownerDb().auditEvent.findMany({ where: { caseId: one.id, action: 'kept-longer' } })
    expect(audited.map(({ actorId }) => actorId)).toEqual([supervisor.id])
  })

  it('never shortens it, nor lasts longer than the force allows, nor without a reason of the list', async () => {
    const one = await oneClosed('2023-06-10')
    await run('2024-06-20')
    for (const until of ['2024-06-20', '2024-06-10', '2025-06-21', '', 'tomorrow'])
      expect(await keep(one, until)).toBe('invalid')
    expect(await keep(one, '2025-01-01', supervisor, 'because')).toBe('invalid')
    expect(await keep(one, '2025-03-01')).toBe('done')
    expect(await keep(one, '2025-02-01')).toBe('invalid')
    // The database says so by itself, whatever the clock of whoever asks.
    const { version } = await stored(one.id)
    const shorter = await asActor(
      supervisor,
      (tx) =>
        tx.$queryRaw`SELECT keep_case(${one.id}::uuid, ${version}::integer, now(), '2024-12-01'::date, 'pattern') AS outcome`,
    )
    expect(shorter).toEqual([{ outcome: 'invalid' }])
  })

  it('is for supervisors alone, of closed cases that nobody asked to have erased, as they saw them', async () => {
    const one = await oneClosed('2023-06-10')
    for (const other of others) expect(await keep(one, '2025-01-01', other)).toBe('not-found')
    const late = { ...(await seen(one)), until: '2025-01-01', reason: 'pattern' }
    await requestErasure(supervisor, { ...(await seen(one)), reason: 'retention-over' })
    expect(await codeOf(asOf(at('2024-06-20'), () => keepLonger(supervisor, late)))).toBe('conflict')
    expect(await keep(one, '2025-01-01')).toBe('bad-transition')
  })
})

describe('the lists of whoever decides', () => {
  // A page of a list has fifty rows.
  beforeAll(() => dropParityRows(made))

  /** Whether it is in a list, on whichever page: other tests have cases of their own there. */
  const listOf = async (row: ParityRow, list: RetentionList, page = 1): Promise<boolean> => {
    const found = await asOf(at('2033-06-20'), () => listRetention(supervisor, { list, page }))
    if (found.rows.some(({ reference }) => reference === row.reference)) return true
    return found.more && listOf(row, list, page + 1)
  }

  it('have each case once, by what is to be decided of it', async () => {
    const [soon, overdue, held, asked] = await closed('2032-06-30', '2032-06-10', '2032-06-10', '2032-06-10')
    if (!soon || !overdue || !held || !asked) throw new Error('No cases were made.')
    await holdCase(supervisor, { ...(await seen(held)), reason: 'claim' })
    await run('2033-06-20')
    await requestErasure(supervisor, { ...(await seen(asked)), reason: 'retention-over' })
    const lists = ['waiting', 'overdue', 'soon', 'held', 'erased'] as const
    const where = async (row: ParityRow) => {
      const found = await Promise.all(lists.map((list) => listOf(row, list)))
      return lists.filter((_, index) => found[index])
    }
    expect([await where(soon), await where(overdue), await where(held), await where(asked)]).toEqual([
      ['soon'],
      ['overdue'],
      ['held'],
      ['waiting'],
    ])
  })

  it('are for supervisors alone', async () => {
    for (const other of others)
      expect(await codeOf(listRetention(other, { list: 'overdue', page: 1 }))).toBe('forbidden')
  })
})
