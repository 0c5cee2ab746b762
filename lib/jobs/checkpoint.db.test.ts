import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCheckpoints } from '@/lib/adapters/checkpoint-place'
import { asOf } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { createAuditKey } from '@/lib/sealing/audit-key'
import { isDue, makeCheckpoints } from './checkpoint'
import { trustedHeads } from './trusted-heads'
import { verifyAudit } from './verify-audit'

const folder = mkdtempSync(join(tmpdir(), 'alongside-checkpoints-'))
const keys = join(folder, 'keys')
const place = join(folder, 'outside')
const start = new Date('2026-03-02T09:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

vi.mock('@/lib/config/env', async (original) => {
  const real = await original<{ env: () => object }>()
  return { ...real, env: () => ({ ...real.env(), KEY_DIR: keys, AUDIT_CHECKPOINTS: place }) }
})

const addRow = () =>
  ownerDb().auditEvent.createMany({ data: [{ at: new Date(), action: 'opened', detail: {} }] })
const url = () => env().MIGRATE_DATABASE_URL ?? env().DATABASE_URL
const trusted = async () => trustedHeads(keys, (await readCheckpoints(place)).notes)

beforeAll(async () => {
  await createAuditKey(keys)
  await addRow()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  [0, undefined, 0, false],
  [1, undefined, 0, true],
  [5, { position: 5, at: start }, 60, false],
  [6, { position: 5, at: start }, 4.9, false],
  [6, { position: 5, at: start }, 5, true],
  [1_005, { position: 5, at: start }, 0, true],
  [1_004, { position: 5, at: start }, 0, false],
  // The clock went back.
  [6, { position: 5, at: start }, -300, true],
  [5, { position: 5, at: start }, -300, false],
])('a chain of %i, with a last one %j, after %d minutes is due: %s', (position, last, minutes, due) => {
  expect(isDue(position, last, later(minutes))).toBe(due)
})

describe('a checkpoint', () => {
  it('is made of each chain that grew, once, and says what the chain says', async () => {
    const made = await asOf(start, makeCheckpoints)
    expect(made.map(({ chain }) => chain)).toContain('desk')
    expect(await asOf(later(1), makeCheckpoints)).toEqual([])
    const { heads, refused } = await trusted()
    expect(refused).toBe(0)
    const { chains } = await verifyAudit(url(), heads)
    expect(chains.flatMap(({ faults }) => faults)).toEqual([])
    expect(heads.desk.length).toBe(1)
  })

  it('knows when the end was cut off after it', async () => {
    await addRow()
    await asOf(later(6), makeCheckpoints)
    const { heads } = await trusted()
    const longer = { ...heads, desk: [...heads.desk, { position: 999_999_999, hash: '00'.repeat(32) }] }
    const { chains } = await verifyAudit(url(), longer)
    expect(chains.flatMap(({ faults }) => faults).map(({ kind }) => kind)).toEqual(['cut'])
  })

  it('that somebody changed, or signed with another key, is not believed', async () => {
    const [name = ''] = readdirSync(place).filter((file) => file.includes('desk'))
    const path = join(place, name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace(/\n\d+\n/u, '\n1234\n'))
    expect((await trusted()).refused).toBe(1)
    writeFileSync(path, text)
    appendFileSync(path, 'x')
    expect((await readCheckpoints(place)).unreadable).toEqual([name])
    writeFileSync(path, text)
    const other = join(folder, 'other')
    await createAuditKey(other)
    expect((await trustedHeads(other, (await readCheckpoints(place)).notes)).heads).toEqual({
      intake: [],
      desk: [],
    })
  })
})
