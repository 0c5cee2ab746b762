import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows } from '../../e2e/factories/parity-rows'
import { sealedCase, storeSealedCases } from '../../e2e/factories/searchable-cases'
import type { SealedCase } from '../../e2e/factories/searchable-cases'
import { noteIndexing, storeCaseIndex } from '@/lib/commands/case-index'
import { env } from '@/lib/config/env'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Answers } from '@/lib/journey/definition'
import { createIndexKey, indexKeys, renewIndexKey } from '@/lib/sealing/blind-index'
import { createKeys } from '@/lib/sealing/create-keys'
import { indexNewCases } from './index-new-cases'

const facts = {
  ...{ district: null, status: 'new', assigneeId: null, recordedById: null, receivedAt: new Date() },
  ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
}
const made: SealedCase[] = []

async function aCase(answers: Answers): Promise<SealedCase> {
  const one = await sealedCase(`INDEX-${randomUUID()}`, facts, answers)
  await storeSealedCases([one])
  made.push(one)
  return one
}

const key = () => indexKeys(env().KEY_DIR)[0]
const termsOf = ({ row }: SealedCase) => ownerDb().caseIndex.findMany({ where: { caseId: row.id } })
const noted = ({ row }: SealedCase) =>
  ownerDb().auditEvent.findMany({ where: { caseId: row.id, action: 'indexed' } })

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  await createIndexKey(env().KEY_DIR)
  // Whatever other tests left behind.
  await indexNewCases()
})
afterAll(() => dropParityRows(made.map(({ row }) => row)))

const whole = { name: 'Ada Obi', phone: '07700 900461', email: 'ada@example.test', postcode: 'SG1 1AB' }

describe('the job that makes cases findable', () => {
  it('gives each case as many terms of each kind, whatever it has, and says so in the audit once', async () => {
    const [full, empty] = [await aCase(whole), await aCase({})]
    expect(await indexNewCases()).toBe(2)
    for (const one of [full, empty]) {
      const terms = await termsOf(one)
      const lengths = terms.map(({ kind, term }) => `${kind} ${String(term.length)}`)
      expect(lengths.sort()).toEqual([...['email 4', 'postcode 3', 'postcode 3', 'surname 3', 'telephone 4']])
      expect(new Set(terms.map(({ keyId }) => keyId))).toEqual(new Set([key().id]))
      expect(await noted(one)).toMatchObject([
        { actorId: null, role: null, reference: one.row.reference, detail: { key: key().id } },
      ])
    }
    expect(await indexNewCases()).toBe(0)
    expect(await noted(full)).toHaveLength(1)
  })

  it('writes the audit before the answers are handed out, and what it cannot write it does not hand out', async () => {
    const one = await aCase(whole)
    const [seen] = (await noteIndexing(key().id, [], 50)).filter(({ caseId }) => caseId === one.row.id)
    expect(seen?.box.fields.map(({ field }) => field)).toEqual(['answers'])
    expect(await noted(one)).toHaveLength(1)

    await ownerDb().$executeRawUnsafe(
      `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$`,
    )
    await ownerDb().$executeRawUnsafe(
      'CREATE TRIGGER no_room BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION no_room()',
    )
    try {
      await expect(indexNewCases()).rejects.toThrow(/no room/)
    } finally {
      await ownerDb().$executeRawUnsafe('DROP TRIGGER no_room ON audit_event')
      await ownerDb().$executeRawUnsafe('DROP FUNCTION no_room()')
    }
    expect(await termsOf(one)).toEqual([])
    expect(await indexNewCases()).toBe(1)
  })

  it('leaves alone what does not open, after one row of the audit, and goes on with the rest', async () => {
    const [spoilt, sound] = [await aCase(whole), await aCase(whole)]
    await ownerDb().sealedField.updateMany({
      where: { boxId: spoilt.box.id },
      data: { ciphertext: new Uint8Array(100) },
    })
    expect(await indexNewCases()).toBe(1)
    expect(await indexNewCases()).toBe(0)
    expect([(await termsOf(spoilt)).length, (await termsOf(sound)).length]).toEqual([0, 5])
    expect(await noted(spoilt)).toHaveLength(1)
  })

  it('does not look at a case whose data key is destroyed, and stores nothing of one that is meanwhile', async () => {
    const [before, meanwhile] = [await aCase(whole), await aCase(whole)]
    await ownerDb().keyWrap.deleteMany({ where: { boxId: before.box.id } })
    const given = await noteIndexing(key().id, [], 50)
    expect(given.map(({ caseId }) => caseId)).toContain(meanwhile.row.id)
    expect(given.map(({ caseId }) => caseId)).not.toContain(before.row.id)
    await ownerDb().keyWrap.deleteMany({ where: { boxId: meanwhile.box.id } })
    expect(await storeCaseIndex({ caseId: meanwhile.row.id, planVersion: 0 }, key().id, [])).toBe(false)
    expect(await noted(before)).toEqual([])
  })

  it('makes everything anew under a new key, and nothing is left under the one before', async () => {
    const one = await aCase(whole)
    await indexNewCases()
    const before = key()
    await renewIndexKey(env().KEY_DIR)
    expect(await indexNewCases()).toBeGreaterThan(0)
    expect(new Set((await termsOf(one)).map(({ keyId }) => keyId))).toEqual(new Set([key().id]))
    expect(await ownerDb().caseIndex.count({ where: { keyId: before.id } })).toBe(0)
  })

  it('twice at once leaves each case its terms once', async () => {
    const cases = await Promise.all(Array.from({ length: 10 }, () => aCase(whole)))
    const [one, other] = await Promise.all([indexNewCases(), indexNewCases()])
    expect(one + other).toBe(cases.length)
    for (const each of cases) expect(await termsOf(each)).toHaveLength(5)
  })
})

describe('what a case is found by', () => {
  it('goes with the case', async () => {
    const one = await aCase(whole)
    await indexNewCases()
    expect(await termsOf(one)).toHaveLength(5)
    await dropParityRows([one.row])
    expect(await termsOf(one)).toEqual([])
  })

  it('is made for nobody at the desk, and nobody there writes it', async () => {
    const id = randomUUID()
    const actor = { id, name: 'Somebody', role: 'supervisor', districts: [] } as const
    await ownerDb().account.create({
      data: { id, email: `${id}@example.test`, name: '', role: 'supervisor' },
    })
    await expect(
      asActor(actor, (tx) => tx.$queryRaw`SELECT * FROM note_indexing('k', now(), '{}'::uuid[], 1)`),
    ).rejects.toThrow(/made for nobody/)
    await expect(
      asActor(actor, (tx) => tx.$queryRaw`SELECT store_case_index(${id}::uuid, 0, 'k', '[]'::jsonb)`),
    ).rejects.toThrow(/made for nobody/)
    for (const act of ['DELETE FROM case_index', `UPDATE case_index SET kind = 'email'`])
      await expect(deskDb().$executeRawUnsafe(act)).rejects.toThrow(/permission denied/)
  })
})
