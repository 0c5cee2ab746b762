import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { copyPublicKeys } from './copy-public-keys'
import { createKeys } from './create-keys'
import { PRIVATE_KEY_FILE, RECOVERY_PRIVATE } from './key-files'
import { keyPair, publicKeys, returnCodeSalt } from './key-ring'
import { refusePrivateKeys } from './refuse-private-keys'

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

test('beside private keys it seals nothing, and says which files they are', async () => {
  const mixed = join(home, 'mixed')
  await createKeys(mixed)
  expect(() => publicKeys(mixed)).toThrow(/intake\.private\.json, recovery\.private\.json/)
})

test.each(['spare.json', 'intake.private.json.bak', 'old', '.hidden', 'backup/2026/intake.private.json'])(
  'beside a private key it seals nothing, under whatever name the key lies there: %s',
  async (name) => {
    const mixed = mkdtempSync(join(home, 'renamed-'))
    await copyPublicKeys(all, mixed)
    mkdirSync(dirname(join(mixed, name)), { recursive: true })
    copyFileSync(join(all, PRIVATE_KEY_FILE), join(mixed, name))
    expect(() => publicKeys(mixed)).toThrow(`(${name})`)
    await expect(copyPublicKeys(all, mixed)).rejects.toThrow(`(${name})`)
    expect(() => refusePrivateKeys(mixed)).toThrow(`(${name})`)
  },
)

test('a link to a private key is not overlooked', async () => {
  const linked = mkdtempSync(join(home, 'linked-'))
  await copyPublicKeys(all, linked)
  symlinkSync(join(all, PRIVATE_KEY_FILE), join(linked, 'link'))
  expect(() => refusePrivateKeys(linked)).toThrow('(link)')
})
