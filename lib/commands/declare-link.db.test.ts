import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dropParityRows } from '../../e2e/factories/parity-rows'
import { sealedCase, storeSealedCases } from '../../e2e/factories/searchable-cases'
import type { SealedCase } from '../../e2e/factories/searchable-cases'
import { ensureKeys } from '../../e2e/factories/play'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { newReference } from '@/lib/domain/reference'
import { indexNewCases } from '@/lib/jobs/index-new-cases'
import type { Answers } from '@/lib/journey/definition'
import { listLinks } from '@/lib/queries/list-links'
import { maySee } from '@/lib/queries/may-see'
import { createIndexKey, renewIndexKey } from '@/lib/sealing/blind-index'
import { changeStanding } from './change-standing'
import { declareLink, removeLink } from './declare-link'

const made: SealedCase[] = []
const nothing = { telephone: '', email: '', surname: '', postcode: '', own: '' }

async function officer(role = 'liaison-officer'): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Knows', role } })
  await ownerDb().officer.create({
    data: { id: randomUUID(), accountId: id, districts: ['north'], languages: [], openLimit: 5 },
  })
  return {
    id,
    name: 'Knows',
    role: role === 'supervisor' ? 'supervisor' : 'liaison-officer',
    districts: ['north'],
  }
}

async function newCase(answers: Answers): Promise<SealedCase> {
  const one = await sealedCase(
    newReference('report', randomBytes(8)),
    {
      ...{ district: 'north', status: 'new', assigneeId: null, recordedById: null, receivedAt: now() },
      ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
    },
    answers,
  )
  await storeSealedCases([one])
  made.push(one)
  return one
}

const standing = async ({ row }: SealedCase) => {
  const found = await ownerDb().case.findUniqueOrThrow({ where: { id: row.id } })
  return { conflicted: found.conflictedIds, possible: found.possibleConflictIds }
}

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

beforeAll(async () => {
  await ensureKeys()
  await createIndexKey(env().KEY_DIR)
})
afterAll(() => dropParityRows(made.map(({ row }) => row)))

describe('whom somebody knows', () => {
  it('keeps a case of theirs from them as it is indexed, however it is written, and from nobody else', async () => {
    const [a, b, c, other] = [await officer(), await officer(), await officer(), await officer()]
    await declareLink(a, { ...nothing, kind: 'telephone', telephone: '07700 900321' })
    await declareLink(b, { ...nothing, kind: 'email', email: 'Aunt@Example.test' })
    await declareLink(c, { ...nothing, kind: 'person', surname: 'Hollowell', postcode: 'sg13 7aa' })
    const one = await newCase({
      name: 'Ann HOLLOWELL',
      phone: '+44 7700 900 321',
      email: 'aunt@example.test',
      postcode: 'SG13 7AA',
    })
    const stranger = await newCase({ name: 'Ann Strangerly', phone: '07700 900322', postcode: 'SG13 7AA' })
    await indexNewCases()
    expect((await standing(one)).conflicted.toSorted()).toEqual([a.id, b.id, c.id].toSorted())
    expect(await maySee(a, one.row.reference)).toBe(false)
    expect(await maySee(other, one.row.reference)).toBe(true)
    expect(await standing(stranger)).toEqual({ conflicted: [], possible: [] })
  })

  it('is a question alone where only the surname is the same', async () => {
    const actor = await officer()
    await declareLink(actor, { ...nothing, kind: 'person', surname: 'Penhaligon', postcode: 'SG1 1AA' })
    const one = await newCase({ name: 'Bo Penhaligon', postcode: 'AL1 1AA' })
    await indexNewCases()
    expect(await standing(one)).toEqual({ conflicted: [], possible: [actor.id] })
    expect(await maySee(actor, one.row.reference)).toBe(true)
  })

  it('is compared with the open cases there were, each under a row of the audit, and once', async () => {
    const one = await newCase({ name: 'Cy Before', phone: '07700 900654' })
    await indexNewCases()
    const actor = await officer()
    await declareLink(actor, { ...nothing, kind: 'telephone', telephone: '07700 900654' })
    await indexNewCases()
    await indexNewCases()
    expect((await standing(one)).conflicted).toEqual([actor.id])
    const rows = await ownerDb().auditEvent.findMany({
      where: { caseId: one.row.id },
      orderBy: { seq: 'asc' },
    })
    expect(rows.map(({ action }) => action)).toEqual(['indexed', 'indexed', 'conflict-found'])
  })

  it('stays lifted where a supervisor lifted it, also when the index is made anew', async () => {
    const [actor, supervisor] = [await officer(), await officer('supervisor')]
    await declareLink(actor, { ...nothing, kind: 'telephone', telephone: '07700 900987' })
    const one = await newCase({ name: 'Di Lifted', phone: '07700 900987' })
    await indexNewCases()
    const seen = await ownerDb().case.findUniqueOrThrow({ where: { id: one.row.id } })
    const given = { account: actor.id, reason: 'mistaken' }
    await changeStanding(supervisor, 'conflict-lifted', seen, given)
    await renewIndexKey(env().KEY_DIR)
    while ((await indexNewCases()) > 0);
    expect((await standing(one)).conflicted).toEqual([])
    expect(await listLinks(actor)).toMatchObject([{ kind: 'telephone', isOutdated: false }])
    await renewIndexKey(env().KEY_DIR)
    expect(await listLinks(actor)).toMatchObject([{ kind: 'telephone', isOutdated: true }])
    while ((await indexNewCases()) > 0);
  })

  it('is there to count and to remove for its owner alone, and nowhere in words', async () => {
    const [actor, other] = [await officer(), await officer('supervisor')]
    const link = { ...nothing, kind: 'email', email: 'needle-in-a-link@example.test' }
    await declareLink(actor, link)
    expect(await codeOf(declareLink(actor, link))).toBe('exists')
    for (const wrong of [
      { ...nothing, kind: 'email', email: 'nobody' },
      { ...nothing, kind: 'person', surname: 'Alone' },
      { ...nothing, kind: 'shoe-size' },
    ])
      expect(await codeOf(declareLink(actor, wrong))).toBe('invalid')
    const [mine] = await listLinks(actor)
    expect(await listLinks(other)).toEqual([])
    expect(await codeOf(removeLink(other, mine?.id ?? ''))).toBe('not-found')
    const [all] = await ownerDb().$queryRaw<{ text: string }[]>`
      SELECT (SELECT string_agg(l::text, ' ') FROM declared_link l) || (SELECT string_agg(e::text, ' ') FROM audit_event e) AS text`
    expect(all?.text).not.toMatch(/needle-in-a-link/)
    expect(await codeOf(removeLink(actor, mine?.id ?? ''))).toBe('done')
    expect(await listLinks(actor)).toEqual([])
  })

  it('is given to nobody who is signed in, and nobody signed in sees none', async () => {
    const actor = await officer('supervisor')
    await declareLink(actor, { ...nothing, kind: 'telephone', telephone: '07700 900111' })
    expect(await asActor(actor, (tx) => tx.$queryRaw`SELECT id::text FROM declared_links()`)).toEqual([])
    expect(await deskDb().declaredLink.count()).toBe(0)
    const noting = asActor(
      actor,
      (tx) => tx.$queryRaw`SELECT note_conflicts(${randomUUID()}::uuid, '{}', '{}', now())`,
    )
    await expect(noting).rejects.toThrow(/compared for nobody/)
  })
})
