import { beforeAll, expect, test, vi } from 'vitest'
import { openFollowUp } from '@/lib/queries/follow-up'
import { listAudit } from '@/lib/queries/list-audit'
import { listQueue } from '@/lib/queries/list-queue'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { DomainError } from '@/lib/domain/errors'
import { readFilters } from '@/lib/domain/queue-filters'
import type { Actor } from '@/lib/domain/policy'
import type * as ReturnCodeKeys from '@/lib/sealing/return-code-keys'
import { createKeys } from '@/lib/sealing/create-keys'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers } from '@/prisma/seed/seed-officers'
import { isFull } from '../figures'
import { everyNth, writtenValues } from '../sets/hostile-values'

/** How often the work of looking a code up was done. */
const worked = vi.hoisted(() => ({ times: 0 }))
vi.mock('@/lib/sealing/return-code-keys', async (original) => {
  const module = await original<typeof ReturnCodeKeys>()
  const returnCodeKeys = (code: string) => {
    worked.times += 1
    return module.returnCodeKeys(code)
  }
  return { ...module, returnCodeKeys }
})

const person = (name: string, role: Actor['role']): Actor => {
  return { id: seedId('account', `${name}@example.test`), name, role, districts: [] }
}
const values = isFull ? writtenValues : everyNth(writtenValues, 6)

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
})

test('what is looked for in the queue is data to the database, whatever it says', async () => {
  for (const value of values) {
    const words = { find: value, district: value, strand: value, page: value }
    const filters = readFilters(words, { districts: ['stevenage'], strands: ['race'] })
    const { total, rows } = await listQueue(person('supervisor', 'supervisor'), filters)
    expect(rows.length, value).toBeLessThanOrEqual(total)
  }
  const none = await listQueue(person('supervisor', 'supervisor'), { page: 1, find: `' OR '1'='1` })
  expect(none.total).toBe(0)
})

test('what is looked for in the audit or as a reference finds nothing and fails nowhere', async () => {
  for (const value of values) {
    await listAudit(person('auditor', 'auditor'), { find: value, page: 1 })
    await expect(getCaseHeadline(person('supervisor', 'supervisor'), value)).rejects.toBeInstanceOf(
      DomainError,
    )
  }
})

test('every wrong return code is the same answer after the same work', async () => {
  const codes = [
    '',
    'x',
    '0000-0000-0000-0000-0000',
    '7K2Q-M4TD-7K2Q-M4TD-7K2Q',
    ...everyNth(values, isFull ? 20 : 60),
  ]
  worked.times = 0
  for (const code of codes) expect(await openFollowUp(code)).toEqual({ ok: false })
  expect(worked.times).toBe(codes.length)
})
