import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, test, vi } from 'vitest'
import { makeCheckpoints } from '@/lib/jobs/checkpoint'
import { noteVerification } from '@/lib/commands/note-verification'
import { asOf } from '@/lib/adapters/clock'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { createAuditKey } from '@/lib/sealing/audit-key'
import { auditHealth } from './audit-health'

const folder = mkdtempSync(join(tmpdir(), 'alongside-health-'))
const place = {
  AUDIT_CHECKPOINTS: join(folder, 'outside') as string | undefined,
  AUDIT_CHECKPOINTS_TO: undefined as string | undefined,
}

vi.mock('@/lib/config/env', async (original) => {
  const real = await original<{ env: () => object }>()
  return { ...real, env: () => ({ ...real.env(), ...place, KEY_DIR: join(folder, 'keys') }) }
})

beforeAll(() => createAuditKey(join(folder, 'keys')))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Test ${role}`, role } })
  return { id, name: `Test ${role}`, role, districts: [] }
}

const addRow = () =>
  ownerDb().auditEvent.createMany({ data: [{ at: new Date(), action: 'confirmed', detail: {} }] })

it('says where each chain ends, what is kept of it outside, and what the last check found', async () => {
  const auditor = await somebody('auditor')
  await addRow()
  await makeCheckpoints()
  await addRow()
  const { chains, place: kept } = await auditHealth(auditor)
  const desk = chains.find(({ chain }) => chain === 'desk')
  expect(kept).toBe('kept')
  expect(desk?.hash).toMatch(/^[0-9a-f]{64}$/u)
  expect(desk?.checkpoint?.rows).toBe((desk?.rows ?? 0) - 1)
  const found = { rows: 7, faults: 1, checkpoints: 2, refused: 0 }
  await asOf(new Date('2033-01-01T00:00:00Z'), () => noteVerification(ownerDb(), found))
  await asOf(new Date('2032-01-01T00:00:00Z'), () => noteVerification(ownerDb(), { ...found, faults: 0 }))
  expect((await auditHealth(auditor)).verified).toMatchObject({
    ...found,
    at: new Date('2033-01-01T00:00:00Z'),
  })
})

test.each([
  [undefined, undefined, 'none'],
  [undefined, 'audit@example.test', 'mailbox'],
  [join(folder, 'not-there'), undefined, 'unreadable'],
])('with checkpoints in %j and sent to %j it says so: %s', async (where, mailbox, said) => {
  Object.assign(place, { AUDIT_CHECKPOINTS: where, AUDIT_CHECKPOINTS_TO: mailbox })
  const health = await auditHealth(await somebody('supervisor'))
  expect(health.place).toBe(said)
  expect(health.chains.every(({ checkpoint }) => checkpoint === null)).toBe(true)
})

test.each(roles.filter((role) => role !== 'supervisor' && role !== 'auditor'))(
  'is not for a %s',
  async (role) => {
    await expect(auditHealth(await somebody(role))).rejects.toThrow('forbidden')
  },
)
