import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { retainedCases } from '@/e2e/factories/retained-cases'
import { dropParityRows } from '@/e2e/factories/parity-rows'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { listAuditOf } from './list-audit'
import { listGlass } from './list-glass'
import { listSample } from './list-sample'

const first = new Date('2001-06-04T09:00:00Z')
const last = new Date('2001-06-04T10:00:00Z')
const force = currentForce().id

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Ada', role } })
  return { id, name: 'Ada', role, districts: [] }
}

/** So many looks of somebody's, the last an hour after all others. */
async function looks(actorId: string, count: number): Promise<readonly bigint[]> {
  const row = { actorId, role: 'triager', action: 'opened', force, detail: { reason: 'triage' } }
  const data = Array.from({ length: count }, (_, n) => ({ ...row, at: n === count - 1 ? last : first }))
  await ownerDb().auditEvent.createMany({ data })
  const rows = await ownerDb().auditEvent.findMany({ where: { actorId }, orderBy: { seq: 'asc' } })
  return rows.map(({ seq }) => seq)
}

afterAll(async () => {
  await ownerDb().lookSample.deleteMany({ where: { week: new Date('2001-06-04') } })
})

test.each([
  [500, false],
  [501, true],
])('of %i rows of somebody the newest are listed, and whether there are more: %s', async (count, more) => {
  const { id } = await somebody('triager')
  const seqs = await looks(id, count)
  const found = await listAuditOf(await somebody('auditor'), { accountId: id, from: first, to: last })
  expect(found.more).toBe(more)
  expect(found.rows.map(({ seq }) => seq)).toEqual(seqs.slice(-500))
})

test('of the looks that wait to be signed a hundred are listed, and that there are more', async () => {
  const { id } = await somebody('triager')
  const seqs = await looks(id, 101)
  const look = { force, week: new Date('2001-06-04'), actorId: id, caseId: randomUUID(), drawnAt: last }
  await ownerDb().lookSample.createMany({ data: seqs.map((seq) => ({ ...look, seq, id: randomUUID() })) })
  const { looks: listed, more } = await listSample(await somebody('auditor'))
  expect(listed).toHaveLength(100)
  expect(more).toBe(true)
})

test('broken glasses that wait come fifty to a page, the one that has waited longest first', async () => {
  const { id: accountId } = await somebody('triager')
  const cases = await retainedCases([first])
  const glass = { accountId, caseId: cases[0]?.id ?? '', force, until: last }
  const times = Array.from({ length: 51 }, (_, n) => new Date(first.getTime() + n * 1000))
  await ownerDb().brokenGlass.createMany({
    data: times.map((brokenAt) => ({ ...glass, brokenAt, id: randomUUID() })),
  })
  try {
    const auditor = await somebody('auditor')
    const { waiting, more } = await listGlass(auditor)
    expect(waiting.map(({ brokenAt }) => brokenAt)).toEqual(times.slice(0, 50))
    expect(more).toBe(true)
    expect((await listGlass(auditor, 2)).waiting[0]?.brokenAt).toEqual(times[50])
  } finally {
    await ownerDb().brokenGlass.deleteMany({ where: { accountId } })
    await dropParityRows(cases)
  }
})
