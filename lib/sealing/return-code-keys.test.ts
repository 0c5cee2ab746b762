import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveCodeKeys } from './return-code-keys'

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
