import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Checkpoint, SignedCheckpoint } from '@/lib/domain/checkpoint'
import { createAuditKey, signCheckpoint } from '@/lib/sealing/audit-key'
import { keepCheckpoint, readCheckpoints } from './checkpoint-place'

const settings: Record<string, string> = { FORCE: 'hertfordshire' }
vi.mock('@/lib/config/env', () => ({ env: () => settings, tier: () => 'all' }))

const keys = mkdtempSync(join(tmpdir(), 'alongside-place-'))
let place = ''
let signed: SignedCheckpoint
let handles: FileHandle

const checkpoint: Checkpoint = {
  ...{ force: 'hertfordshire', chain: 'desk', position: 42, hash: 'ab'.repeat(32) },
  linkedAt: Date.parse('2026-03-02T09:00:00Z'),
}

beforeAll(async () => {
  await createAuditKey(keys)
  signed = await signCheckpoint(keys, checkpoint)
  const handle = await open(keys, 'r')
  handles = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
})
beforeEach(() => {
  place = mkdtempSync(join(keys, 'outside-'))
  settings.AUDIT_CHECKPOINTS = place
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(() => {
  rmSync(keys, { recursive: true, force: true })
})

/** What is made durable, in order. */
function synced(): readonly ('file' | 'folder')[] {
  const order: ('file' | 'folder')[] = []
  vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    order.push((await this.stat()).isDirectory() ? 'folder' : 'file')
  })
  return order
}

it('is on the disk, and its name is, before it counts as kept', async () => {
  const order = synced()
  expect(await keepCheckpoint(signed)).toBe(true)
  expect(order).toEqual(['file', 'folder'])
  expect((await readCheckpoints(place)).notes).toEqual([signed])
})

it('that is there already is not written again, and its name is made sure of', async () => {
  await keepCheckpoint(signed)
  const order = synced()
  expect(await keepCheckpoint(signed)).toBe(true)
  expect(order).toEqual(['folder'])
})

it.each(['', 'alongside', 'another text\n'])('of which %j is left is written again, whole', async (left) => {
  await keepCheckpoint(signed)
  const [name = ''] = readdirSync(place)
  const whole = readFileSync(join(place, name), 'utf8')
  writeFileSync(join(place, name), left)
  expect(await keepCheckpoint(signed)).toBe(true)
  expect(readFileSync(join(place, name), 'utf8')).toBe(whole)
  expect(readdirSync(place)).toEqual([name])
})

it('whose writing is cut short is no checkpoint, and is kept the next time', async () => {
  vi.spyOn(handles, 'sync').mockRejectedValueOnce(new Error('The disk is gone.'))
  await expect(keepCheckpoint(signed)).rejects.toThrow('The disk is gone')
  expect(await readCheckpoints(place)).toEqual({ notes: [], unreadable: [] })
  expect(await keepCheckpoint(signed)).toBe(true)
  expect((await readCheckpoints(place)).notes).toEqual([signed])
})
