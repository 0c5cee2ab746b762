import { createHash, createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveCodeKeys } from './return-code-keys'
import { loadSodium } from './sodium'

const secrets = { pepper: 'p'.repeat(32), salt: new Uint8Array(32).fill(7) }
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('the same code and secrets give the same keys; both halves are 32 bytes and differ', async () => {
  const [one, two] = await Promise.all([
    deriveCodeKeys('0'.repeat(20), secrets),
    deriveCodeKeys('0'.repeat(20), secrets),
  ])
  expect(hex(one.lookup)).toBe(hex(two.lookup))
  expect(hex(one.wrapKey)).toBe(hex(two.wrapKey))
  expect(one.lookup).toHaveLength(32)
  expect(one.wrapKey).toHaveLength(32)
  expect(hex(one.lookup)).not.toBe(hex(one.wrapKey))
})

test.each([
  ['another code', '1'.repeat(20), secrets],
  ['another pepper', '0'.repeat(20), { ...secrets, pepper: 'q'.repeat(32) }],
  ['another salt', '0'.repeat(20), { ...secrets, salt: randomBytes(32) }],
])('%s gives other keys', async (_, code, used) => {
  const usual = await deriveCodeKeys('0'.repeat(20), secrets)
  const other = await deriveCodeKeys(code, used)
  expect(hex(other.lookup)).not.toBe(hex(usual.lookup))
  expect(hex(other.wrapKey)).not.toBe(hex(usual.wrapKey))
})

test('the derivation is Argon2id with 64 MiB, three passes and one lane, as libsodium does it', async () => {
  const sodium = await loadSodium()
  const salt = new Uint8Array(16).fill(9)
  const message = createHmac('sha256', secrets.pepper).update('0'.repeat(20)).digest()
  const expected = sodium.crypto_pwhash(
    64,
    message,
    salt,
    3,
    64 * 1024 * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  )
  const { lookup, wrapKey } = await deriveCodeKeys('0'.repeat(20), { ...secrets, salt })
  expect(hex(lookup)).toBe(createHash('sha256').update(expected.subarray(0, 32)).digest('hex'))
  expect(hex(wrapKey)).toBe(hex(expected.subarray(32)))
})
