import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropParityRows, parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { currentForce } from '@/lib/config/current-force'
import { asActor, deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'

/** Each has one case of their own; connections go from hand to hand. */
const actors = Array.from({ length: 5 }, (): Actor => ({
  ...{ id: randomUUID(), name: 'Reuse', role: 'liaison-officer', districts: [] },
}))
const rows = actors.map(({ id }) =>
  parityRow(`REUSE-${id}`, {
    ...{ district: null, status: 'assigned', assigneeId: id, recordedById: null, receivedAt: new Date() },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  }),
)

beforeAll(async () => {
  for (const { id, role } of actors)
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Reuse', role } })
  await storeParityRows(rows)
})

afterAll(() => dropParityRows(rows))

const seen = async (tx: Pick<Transaction, '$queryRaw'>) => {
  const found = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM "case"`
  return found.map(({ id }) => id)
}

const atOnce = 16
const reuses = 10_000

class Undo extends Error {}

test(
  'a connection used again knows nobody: 10,000 times, whoever had it before',
  { timeout: 600_000 },
  async () => {
    let left = reuses
    let wrong = 0
    const expectSeen = (found: readonly string[], wanted: readonly string[]) => {
      if (found.length !== wanted.length || found[0] !== wanted[0]) wrong += 1
    }
    const worker = async () => {
      for (let turn = left--; turn > 0; turn = left--) {
        const actor = actors[turn % actors.length]
        const mine = rows[turn % actors.length]
        if (actor === undefined || mine === undefined) throw new Error('no actor')
        // Every third one begins and is undone, as an act that is refused is.
        if (turn % 3 === 0)
          await asActor(actor, async (tx) => {
            expectSeen(await seen(tx), [mine.id])
            throw new Undo()
          }).catch((error: unknown) => {
            if (!(error instanceof Undo)) throw error
          })
        else expectSeen(await asActor(actor, seen), [mine.id])
        expectSeen(await seen(deskDb()), [])
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    process.stdout.write(
      `Connections used again: ${String(reuses)} times, ${String(wrong)} saw what was not theirs\n`,
    )
    expect(wrong).toBe(0)
  },
)

test('what somebody claims to be counts for nothing: the database looks it up', async () => {
  const [first] = actors
  if (first === undefined) throw new Error('no actor')
  const claimed: Actor = { ...first, role: 'supervisor' }
  expect(await asActor(claimed, seen)).toEqual([rows[0]?.id])
  expect(await asActor({ ...claimed, id: randomUUID() }, seen)).toEqual([])
})

test('an account that is no longer active sees nothing from that moment', async () => {
  const [first] = actors
  if (first === undefined) throw new Error('no actor')
  await ownerDb().account.update({ where: { id: first.id }, data: { active: false } })
  expect(await asActor(first, seen)).toEqual([])
  await ownerDb().account.update({ where: { id: first.id }, data: { active: true } })
  expect(await asActor(first, seen)).toEqual([rows[0]?.id])
})

test('nobody adds to the audit in another’s name, and nobody signed in nothing about a case', async () => {
  const [first, second] = actors
  if (first === undefined || second === undefined) throw new Error('no actor')
  const entry = (actorId: string) => ({
    data: [{ at: new Date(), actorId, action: 'reuse', role: 'liaison-officer' }],
  })
  await asActor(first, (tx) => tx.auditEvent.createMany(entry(first.id)))
  await expect(asActor(first, (tx) => tx.auditEvent.createMany(entry(second.id)))).rejects.toThrow(
    /row-level security/,
  )
  const aboutCase = {
    data: [{ ...entry(first.id).data[0], at: new Date(), action: 'reuse', caseId: first.id }],
  }
  await expect(deskDb().auditEvent.createMany(aboutCase)).rejects.toThrow(/row-level security/)
  const byReference = {
    data: [{ ...entry(first.id).data[0], at: new Date(), action: 'reuse', reference: `REUSE-${first.id}` }],
  }
  await expect(deskDb().auditEvent.createMany(byReference)).rejects.toThrow(/row-level security/)
  await expect(asActor(second, (tx) => tx.auditEvent.createMany(aboutCase))).rejects.toThrow(
    /row-level security/,
  )
  const kept = await ownerDb().auditEvent.findMany({ where: { action: 'reuse' } })
  expect(kept.map(({ actorId }) => actorId)).toEqual([first.id])
})

test('the audit is read by supervisors and auditors of the force it happened at, and by nobody else', async () => {
  const action = `read-${randomUUID()}`
  const forces = [currentForce().id, null, 'elsewhere']
  await ownerDb().auditEvent.createMany({ data: forces.map((force) => ({ at: new Date(), action, force })) })
  for (const role of roles) {
    const id = randomUUID()
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Reads', role } })
    const found = await asActor({ id, name: 'Reads', role, districts: [] }, (tx) =>
      tx.auditEvent.findMany({ where: { action }, orderBy: { seq: 'asc' } }),
    )
    const reads = role === 'supervisor' || role === 'auditor'
    expect({ role, forces: found.map(({ force }) => force) }).toEqual({
      role,
      forces: reads ? forces.slice(0, 2) : [],
    })
  }
})
