import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { ownerDb } from '@/lib/db/owner'
import { ownDatabase } from '../testing/own-database'

// What was there before is as it cannot be any more.
await ownDatabase()

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 9))

/** Says each statement of a migration that fills in what was there before it, one after the other. */
async function fill(migration: string): Promise<void> {
  const sql = readFileSync(`prisma/migrations/${migration}/migration.sql`, 'utf8')
  const statements = sql.split(/;\n/u).filter((statement) => statement.trim() !== '')
  expect(statements.some((statement) => /^UPDATE/mu.test(statement))).toBe(true)
  for (const statement of statements) await ownerDb().$executeRawUnsafe(statement)
}

let number = 0
async function newCase(status: string): Promise<string> {
  number += 1
  const row = parityRow(`HC-F${String(number).padStart(3, '0')}-0000`, {
    ...{ district: null, status, assigneeId: null, recordedById: null, receivedAt: at(1) },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  })
  await storeParityRows([row])
  return row.id
}

const happened = (caseId: string, day: number, type: string, detail: object = {}) =>
  ownerDb().caseEvent.create({ data: { id: randomUUID(), caseId, at: at(day), type, detail } })

it('no case is closed without both', async () => {
  const id = await newCase('closed')
  for (const data of [{ closedAt: null }, { disposition: null }]) {
    const change = ownerDb().case.update({ where: { id }, data })
    await expect(change).rejects.toThrow(/case_closed_check/u)
  }
})

it('what was closed without a time or an ending has them from its history, and else what is known', async () => {
  const [told, again, kept, untold, open] = [
    await newCase('closed'),
    await newCase('closed'),
    await newCase('closed'),
    await newCase('closed'),
    await newCase('new'),
  ]
  await ownerDb().$executeRaw`ALTER TABLE "case" DROP CONSTRAINT case_closed_check`
  await ownerDb().case.updateMany({ data: { closedAt: null, disposition: null } })
  await ownerDb().case.update({ where: { id: kept }, data: { disposition: 'withdrawn' } })
  await happened(told, 3, 'closed', { disposition: 'crime' })
  await happened(told, 9, 'note-added')
  for (const [day, disposition] of [
    [3, 'crime'],
    [5, 'duplicate'],
  ] as const)
    await happened(again, day, 'closed', { disposition })
  await happened(kept, 4, 'closed', { disposition: 'advice' })
  await happened(untold, 6, 'note-added')
  await fill('20261123131000_endings_are_whole')
  const rows = new Map((await ownerDb().case.findMany()).map((row) => [row.id, row]))
  const endOf = (id: string) => [rows.get(id)?.closedAt ?? null, rows.get(id)?.disposition ?? null]
  expect(endOf(told)).toEqual([at(3), 'crime'])
  expect(endOf(again)).toEqual([at(5), 'duplicate'])
  expect(endOf(kept)).toEqual([at(4), 'withdrawn'])
  expect(endOf(untold)).toEqual([at(6), 'unknown'])
  expect(endOf(open)).toEqual([null, null])
})

it('how promises ended is filled in as their clocks say', async () => {
  const [late, open, over] = [await newCase('new'), await newCase('new'), await newCase('closed')]
  await ownerDb().caseClock.updateMany({
    where: { caseId: late, kind: 'first-contact' },
    data: { endedAt: at(2), outcome: 'late' },
  })
  await ownerDb().case.updateMany({ data: { promiseOutcome: 'open' } })
  await fill('20261123130100_fill_how_promises_ended')
  const rows = await ownerDb().case.findMany({ where: { id: { in: [late, open, over] } } })
  expect(new Map(rows.map(({ id, promiseOutcome }) => [id, promiseOutcome]))).toEqual(
    new Map([
      [late, 'late'],
      [open, 'open'],
      [over, 'dropped'],
    ]),
  )
})
