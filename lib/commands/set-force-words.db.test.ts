import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureKeys } from '../../e2e/factories/play'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers } from '@/prisma/seed/seed-officers'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { followUpWords } from '@/lib/queries/follow-up-words'
import { ownForceWords } from '@/lib/queries/own-force-words'
import { setForceWords } from './set-force-words'

const actor = (part: string, role: Actor['role']): Actor => ({
  ...{ id: seedId('account', `${part}@example.test`), name: part, role, districts: [] },
})
const admin = actor('admin', 'administrator')
const said = { key: 'new', locale: 'en', words: 'Somebody reads it today.', version: 0 }

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
})
afterAll(() => ownerDb().forceWords.deleteMany())

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'allowed',
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
  )

test('a force says where a case stands its own way, in one language, and takes it back', async () => {
  await setForceWords(admin, said)
  expect(await followUpWords('en')).toEqual(new Map([['new', 'Somebody reads it today.']]))
  expect(await followUpWords('cy')).toEqual(new Map())
  expect(await ownForceWords(admin)).toMatchObject([{ key: 'new', version: 1, locale: 'en' }])
  const supervisor = actor('supervisor', 'supervisor')
  expect(await codeOf(setForceWords(supervisor, said))).toBe('conflict')
  await setForceWords(supervisor, { ...said, words: 'One\nline', version: 1 })
  expect(await followUpWords('en')).toEqual(new Map([['new', 'One line']]))
  await setForceWords(admin, { ...said, words: null, version: 2 })
  expect(await followUpWords('en')).toEqual(new Map())
  const rows = await ownerDb().auditEvent.findMany({ where: { action: 'words-changed' } })
  expect(rows).toHaveLength(3)
  expect(rows[0]).toMatchObject({ actorId: admin.id, detail: { words: 'new', language: 'en', own: true } })
})

test.each([
  ['another sentence', { key: 'title' }],
  ['another language', { locale: 'fr' }],
  ['nothing', { words: ' ' }],
  ['too much', { words: 'x'.repeat(301) }],
])('%s is refused', async (_, change) => {
  expect(await codeOf(setForceWords(admin, { ...said, ...change }))).toBe('invalid')
})

test.each([
  ['officer', 'liaison-officer'],
  ['auditor', 'auditor'],
  ['triager', 'triager'],
  // The database looks up the role by the account; a claim counts for nothing.
  ['call-handler', 'administrator'],
] as const)('is nothing for %s as %s', async (part, role) => {
  expect(await codeOf(setForceWords(actor(part, role), said))).toBe('forbidden')
})
