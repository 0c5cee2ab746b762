import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { converse } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { putPlan, withName } from '../../e2e/factories/reached-case'
import { noteIndexing, storeCaseIndex } from '@/lib/commands/case-index'
import { declareLink } from '@/lib/commands/declare-link'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { indexNewCases } from '@/lib/jobs/index-new-cases'
import { createIndexKey, indexKeys } from '@/lib/sealing/blind-index'
import { searchCases } from './search-cases'

const person = (role: Actor['role']): Actor => ({ id: randomUUID(), name: 'Searches', role, districts: [] })
const supervisor = person('supervisor')
const officer = person('liaison-officer')
const before = '07700900731'
const after = '07700900732'

beforeAll(async () => {
  await ensureKeys()
  await createIndexKey(env().KEY_DIR)
  for (const { id, name, role } of [supervisor, officer])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
})

async function found(text: string, kind: 'telephone' | 'surname' = 'telephone'): Promise<readonly string[]> {
  const result = await searchCases(supervisor, { kind, text })
  return 'references' in result ? result.references : []
}
const caseOf = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })

test('a case is found by the plan that holds, by the name that was sent, and kept from whom the new number is of', async () => {
  const link = { kind: 'telephone', telephone: after, email: '', surname: '', postcode: '', own: '' }
  await declareLink(officer, link)
  const { reference, cookie } = await converse({ ...withName, name: 'Sam Przybyl', phone: before })
  await indexNewCases()
  expect(await found(before)).toContain(reference)
  expect((await caseOf(reference)).conflictedIds).not.toContain(officer.id)

  await putPlan(cookie, 'Alex Found-It', after)
  // At once: the number that was taken back finds nothing.
  expect(await found(before)).not.toContain(reference)
  await indexNewCases()
  expect(await found(before)).not.toContain(reference)
  expect(await found(after)).toContain(reference)
  expect(await found('Przybyl', 'surname')).toContain(reference)
  expect(await found('Found-It', 'surname')).not.toContain(reference)
  expect((await caseOf(reference)).conflictedIds).toContain(officer.id)
})

test('what was made of a plan that holds no more is not kept', async () => {
  const { reference, cookie } = await converse({ ...withName, phone: before })
  const { id } = await caseOf(reference)
  const { id: keyId } = indexKeys(env().KEY_DIR)[0]
  const given = (await noteIndexing(keyId, [], 1_000)).find(({ caseId }) => caseId === id)
  await putPlan(cookie, 'Sam Reyes', after)
  expect(given?.planVersion).toBe(0)
  expect(await storeCaseIndex({ caseId: id, planVersion: 0 }, keyId, [])).toBe(false)
  expect(await storeCaseIndex({ caseId: id, planVersion: 1 }, keyId, [])).toBe(true)
})
