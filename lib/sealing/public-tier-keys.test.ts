import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { copyPublicKeys } from './copy-public-keys'
import { createKeys } from './create-keys'
import { PRIVATE_KEY_FILE, RECOVERY_PRIVATE } from './key-files'
import { keyPair, publicKeys, returnCodeSalt } from './key-ring'

const home = mkdtempSync(join(tmpdir(), 'alongside-keys-'))
const all = join(home, 'all')
const forPublic = join(home, 'public')

beforeAll(async () => {
  await createKeys(all)
  await copyPublicKeys(all, forPublic)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true })
})
beforeEach(() => {
  vi.stubEnv('TIER', 'public')
})

test('a public tier is given the public halves and the salt, the same as everybody’s', () => {
  expect(readdirSync(forPublic).sort()).toEqual([
    'intake.public.json',
    'recovery.public.json',
    'return-code.json',
  ])
  const given = { keys: publicKeys(forPublic), salt: returnCodeSalt(forPublic) }
  vi.stubEnv('TIER', 'staff')
  expect(given).toEqual({ keys: publicKeys(all), salt: returnCodeSalt(all) })
})

test.each([PRIVATE_KEY_FILE, RECOVERY_PRIVATE])(
  'it loads no private key, not even one it has: %s',
  (file) => {
    expect(() => keyPair(all, file)).toThrow(/TIER=public/)
    vi.stubEnv('TIER', 'staff')
    expect(keyPair(all, file).privateKey).toHaveLength(32)
  },
)

test('beside a private key it seals nothing, under whatever name the key lies there', async () => {
  const mixed = join(home, 'mixed')
  await createKeys(mixed)
  expect(() => publicKeys(mixed)).toThrow(/intake\.private\.json, recovery\.private\.json/)
  rmSync(join(mixed, RECOVERY_PRIVATE))
  renameSync(join(mixed, PRIVATE_KEY_FILE), join(mixed, 'spare.json'))
  expect(() => publicKeys(mixed)).toThrow(/spare\.json/)
  await expect(copyPublicKeys(all, mixed)).rejects.toThrow(/spare\.json/)
})
