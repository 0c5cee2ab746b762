import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createIndexKey } from './blind-index'
import { createKeys } from './create-keys'
import { expectKeys, isRecoveryKeyOnline } from './expect-keys'
import { INDEX_PRIVATE, PRIVATE_KEY_FILE, RECOVERY_PRIVATE } from './key-files'

const home = mkdtempSync(join(tmpdir(), 'alongside-keys-'))
const all = join(home, 'all')

const settings = vi.hoisted(() => ({ TIER: '', DEMO: '', KEY_DIR: '' }))
vi.mock('@/lib/config/env', () => ({ env: () => settings, tier: () => settings.TIER }))

beforeAll(async () => {
  await createKeys(all)
  await createIndexKey(all)
})
afterAll(() => {
  rmSync(home, { recursive: true })
})
beforeEach(() => {
  Object.assign(settings, { TIER: 'staff', DEMO: 'no', KEY_DIR: all })
})

/** A folder as `keys:create` leaves it, without the recovery key's private half. */
function folder(): string {
  const dir = mkdtempSync(join(home, 'staff-'))
  cpSync(all, dir, { recursive: true, filter: (path) => !path.endsWith(RECOVERY_PRIVATE) })
  settings.KEY_DIR = dir
  return dir
}

test('a staff tier starts with the intake key, and one that is kept for old records', async () => {
  const dir = folder()
  const other = join(home, 'other')
  await createKeys(other)
  copyFileSync(join(other, PRIVATE_KEY_FILE), join(dir, 'intake.private.2026.json'))
  expect(expectKeys).not.toThrow()
})

test.each([RECOVERY_PRIVATE, 'spare.json', 'backup/old'])(
  'a staff tier does not start with the recovery key within reach, and says where it lies: %s',
  (name) => {
    const dir = folder()
    mkdirSync(dirname(join(dir, name)), { recursive: true })
    copyFileSync(join(all, RECOVERY_PRIVATE), join(dir, name))
    expect(expectKeys).toThrow(`(${name})`)
  },
)

test.each([
  ['all', 'no', true],
  ['all', 'yes', false],
  ['public', 'no', false],
])('TIER=%s with DEMO=%s says that the recovery key is online: %s', (TIER, DEMO, told) => {
  Object.assign(settings, { TIER, DEMO })
  if (TIER === 'all') expect(expectKeys).not.toThrow()
  expect(isRecoveryKeyOnline()).toBe(told)
  folder()
  expect(isRecoveryKeyOnline()).toBe(false)
})

test.each([PRIVATE_KEY_FILE, INDEX_PRIVATE])('a file that is missing is named: %s', (name) => {
  rmSync(join(folder(), name))
  expect(expectKeys).toThrow(name)
})
