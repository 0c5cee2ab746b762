import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows } from '../../e2e/factories/parity-rows'
import { ensureKeys } from '../../e2e/factories/play'
import { sealedCase, storeSealedCases } from '../../e2e/factories/searchable-cases'
import type { SealedCase } from '../../e2e/factories/searchable-cases'
import { asOf, now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { newReference } from '@/lib/domain/reference'
import type { Role } from '@/lib/domain/words'
import { indexNewCases } from '@/lib/jobs/index-new-cases'
import { listLinks } from '@/lib/queries/list-links'
import { createIndexKey } from '@/lib/sealing/blind-index'
import { declareLink, removeLink } from './declare-link'
import { setCaseStatus } from './set-status'

const made: SealedCase[] = []
const day = 86_400_000

async function person(role: Role = 'liaison-officer'): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Knows', role } })
  return { id, name: 'Knows', role, districts: [] }
}

async function newCase(phone: string, facts: Partial<SealedCase['row']> = {}): Promise<SealedCase> {
  const plain = { district: 'north', status: 'new', assigneeId: null, recordedById: null, receivedAt: now() }
  const open = { restricted: false, excludedDistricts: [], namesExclusion: false }
  const reference = newReference('report', randomBytes(8))
  const one = await sealedCase(reference, { ...plain, ...open, ...facts }, { phone })
  await storeSealedCases([one])
  made.push(one)
  return one
}

/** A number that no other test has. */
let numbers = 0
const number = () => `07700 900${String((numbers += 1)).padStart(3, '0')}`

const declare = (actor: Actor, telephone: string) =>
  declareLink(actor, { kind: 'telephone', telephone, email: '', surname: '', postcode: '', own: '' })

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const conflicted = async ({ row }: SealedCase) =>
  (await ownerDb().case.findUniqueOrThrow({ where: { id: row.id } })).conflictedIds
const isChecked = async ({ id }: Actor) =>
  (await ownerDb().declaredLink.findFirstOrThrow({ where: { accountId: id } })).checkedAt !== null
const inAnHour = <T>(work: () => Promise<T>) => asOf(new Date(now().getTime() + 61 * 60_000), work)

beforeAll(async () => {
  await ensureKeys()
  await createIndexKey(env().KEY_DIR)
})
afterAll(() => dropParityRows(made.map(({ row }) => row)))

describe('how many somebody declares', () => {
  it('is 10 on a day and 40 in a year, though each is removed again', async () => {
    const actor = await person()
    const start = new Date('2026-03-02T12:00:00Z')
    const on = (days: number) => new Date(start.getTime() + days * day)
    const declareOne = (at: Date) =>
      asOf(at, async () => {
        const code = await codeOf(declare(actor, number()))
        for (const { id } of await listLinks(actor)) await removeLink(actor, id)
        return code
      })
    for (let days = 0; days < 4; days += 1) {
      for (let one = 0; one < 10; one += 1) expect(await declareOne(on(days))).toBe('done')
      expect(await declareOne(on(days))).toBe('too-many')
    }
    expect(await declareOne(on(300))).toBe('too-many')
    expect(await declareOne(on(366))).toBe('done')
    expect(await ownerDb().auditEvent.count({ where: { actorId: actor.id, action: 'link-declared' } })).toBe(
      41,
    )
  })

  it('holds for those who ask at once', async () => {
    const actor = await person()
    const codes = await Promise.all(Array.from({ length: 14 }, () => codeOf(declare(actor, number()))))
    expect(codes.filter((code) => code === 'done')).toHaveLength(10)
    expect(codes.filter((code) => code === 'too-many')).toHaveLength(4)
  })

  it('is counted by the database: nobody writes a link past it, or for somebody else', async () => {
    const actor = await person()
    const past = asActor(
      actor,
      (tx) => tx.$executeRaw`
        INSERT INTO declared_link (id, account_id, kind, key_id, hash, own, declared_at)
        VALUES (${randomUUID()}::uuid, ${actor.id}::uuid, 'telephone', 'k', ${randomBytes(32)}, false, now())`,
    )
    await expect(past).rejects.toThrow(/permission denied/)
    const nobodys = deskDb().$queryRaw`
      SELECT declare_link(${randomUUID()}::uuid, 'telephone', 'k', ${randomBytes(32)}::bytea, NULL, NULL, false, now())`
    await expect(nobodys).rejects.toThrow(/somebody else/)
  })
})

describe('that a link was compared', () => {
  it('is in the audit, and readable by nobody at the desk', async () => {
    const phone = number()
    const one = await newCase(phone)
    await indexNewCases()
    await declare(await person(), phone)
    await indexNewCases()
    const where = { caseId: one.row.id, action: 'indexed' }
    expect(await ownerDb().auditEvent.count({ where })).toBe(2)
    for (const role of ['auditor', 'supervisor'] as const) {
      const rows = await asActor(await person(role), (tx) => tx.auditEvent.findMany({ where }))
      expect(rows.map(({ detail }) => Object.keys(detail ?? {}))).toEqual([['key']])
    }
  })

  it('is noted when all of it is done: a run that breaks off loses no conflict', async () => {
    const phone = number()
    const one = await newCase(phone)
    await indexNewCases()
    const actor = await person()
    await declare(actor, phone)
    await ownerDb().$executeRawUnsafe(
      `CREATE FUNCTION breaks_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`,
    )
    await ownerDb().$executeRawUnsafe(
      `CREATE TRIGGER breaks_off BEFORE UPDATE OF conflicted_ids ON "case" FOR EACH ROW EXECUTE FUNCTION breaks_off()`,
    )
    try {
      await expect(indexNewCases()).rejects.toThrow(/broken off/)
    } finally {
      await ownerDb().$executeRawUnsafe('DROP TRIGGER breaks_off ON "case"')
      await ownerDb().$executeRawUnsafe('DROP FUNCTION breaks_off()')
    }
    expect(await isChecked(actor)).toBe(false)
    await indexNewCases()
    expect(await conflicted(one)).toEqual([actor.id])
    expect(await isChecked(actor)).toBe(true)
  })

  it('is not noted while a case does not open, which is tried again after an hour', async () => {
    const phone = number()
    const one = await newCase(phone)
    await indexNewCases()
    const actor = await person()
    await declare(actor, phone)
    const field = { boxId: one.box.id, field: 'answers' }
    const [sound] = await ownerDb().sealedField.findMany({ where: field })
    await ownerDb().sealedField.updateMany({ where: field, data: { ciphertext: new Uint8Array(100) } })
    await indexNewCases()
    await indexNewCases()
    const where = { caseId: one.row.id, action: 'indexed' }
    expect(await ownerDb().auditEvent.count({ where })).toBe(2)
    await ownerDb().sealedField.updateMany({
      where: field,
      data: { ciphertext: sound?.ciphertext ?? new Uint8Array() },
    })
    await inAnHour(indexNewCases)
    expect(await conflicted(one)).toEqual([actor.id])
    expect(await isChecked(actor)).toBe(true)
  })

  it('is taken back where nobody else could read the sealed case', async () => {
    const others = { active: true, role: 'supervisor' }
    const away = (await ownerDb().account.findMany({ where: others })).map(({ id }) => id)
    await ownerDb().account.updateMany({ where: { id: { in: away } }, data: { active: false } })
    try {
      const [phone, last] = [number(), await person('supervisor')]
      await declare(last, phone)
      await indexNewCases()
      expect(await isChecked(last)).toBe(true)
      const one = await newCase(phone, { restricted: true, namedIds: [last.id] })
      await indexNewCases()
      expect(await conflicted(one)).toEqual([])
      expect(await isChecked(last)).toBe(false)
      await indexNewCases()
      expect(await isChecked(last)).toBe(false)
      await person('supervisor')
      await inAnHour(indexNewCases)
      expect(await conflicted(one)).toEqual([last.id])
      expect(await isChecked(last)).toBe(true)
    } finally {
      await ownerDb().account.updateMany({ where: { id: { in: away } }, data: { active: true } })
    }
  })
})

it('a case that is opened again is kept from those who declared a link while it was closed', async () => {
  const [phone, holder, actor] = [number(), await person(), await person()]
  const one = await newCase(phone, { status: 'closed', assigneeId: holder.id })
  await indexNewCases()
  await declare(actor, phone)
  await indexNewCases()
  expect(await isChecked(actor)).toBe(true)
  expect(await conflicted(one)).toEqual([])
  await setCaseStatus(holder, {
    ...{ reference: one.row.reference, version: 1, status: 'in-progress' },
    reason: 'They wrote once more.',
  })
  await indexNewCases()
  expect(await conflicted(one)).toEqual([actor.id])
  expect(await ownerDb().caseIndex.count({ where: { caseId: one.row.id } })).toBe(5)
})
