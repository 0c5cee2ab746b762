import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatRecoveryCode, parseRecoveryCode, recoveryCodeOf } from './recovery-code'

const random = fc.uint8Array({ minLength: 24, maxLength: 24 })

it('is read back however it is spaced and in any case', () => {
  fc.assert(
    fc.property(random, fc.constantFrom('', ' ', '-', '–', ' - '), (bytes, gap) => {
      const code = recoveryCodeOf(bytes)
      expect(parseRecoveryCode(formatRecoveryCode(code))).toBe(code)
      expect(parseRecoveryCode(` ${Array.from(code.toLowerCase()).join(gap)} `)).toBe(code)
    }),
  )
})

it('reads what people write for 0 and 1', () => {
  expect(parseRecoveryCode('oOiI lLoO iIlL oOiI lLoO iIlL')).toBe('001111001111001111001111')
})

it.each([
  [''],
  ['123456'],
  ['A'.repeat(23)],
  ['A'.repeat(25)],
  ['U'.repeat(24)],
  ['😀'.repeat(12)],
  ['A'.repeat(2000)],
])('is not %j', (text) => {
  expect(parseRecoveryCode(text)).toBeNull()
})

it('uses every one of its characters alike', () => {
  const seen = new Set(recoveryCodeOf(Uint8Array.from({ length: 24 }, (_, index) => index)))
  for (const one of recoveryCodeOf(Uint8Array.from({ length: 24 }, (_, index) => 24 + index))) seen.add(one)
  expect(seen.size).toBe(32)
  expect(() => recoveryCodeOf(new Uint8Array(23))).toThrow(RangeError)
})
