import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatReturnCode, newReturnCode, parseReturnCode } from './return-code'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const code = fc.uint8Array({ minLength: 19, maxLength: 19 }).map(newReturnCode)
const position = fc.nat({ max: 19 })

function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1)
}

describe('a return code', () => {
  test('is shown in fours', () => {
    expect(formatReturnCode('0123456789ABCDEFGHJK')).toBe('0123-4567-89AB-CDEF-GHJK')
  })

  test('is made of 19 random characters and a check', () => {
    expect(newReturnCode(new Uint8Array(19))).toBe('00000000000000000000')
    expect(newReturnCode(new Uint8Array(19).fill(31))).toMatch(/^Z{19}[0-9A-HJKMNP-TV-Z]$/)
    expect(() => newReturnCode(new Uint8Array(18))).toThrow(RangeError)
  })

  test('is read back as shown', () => {
    fc.assert(fc.property(code, (made) => parseReturnCode(formatReturnCode(made)) === made))
  })

  test('may be typed in small letters, with spaces, other dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(code, fc.constantFrom('O', 'o'), fc.constantFrom('I', 'l', 'i', 'L'), (made, zero, one) => {
        const typed = made.replaceAll('0', zero).replaceAll('1', one).toLowerCase()
        const spread = ` ${typed.replace(/(.{5})/g, '$1 – ')}\t`
        expect(parseReturnCode(spread)).toBe(made)
      }),
    )
  })

  test('with any one character wrong is refused', () => {
    fc.assert(
      fc.property(code, position, fc.constantFrom(...Array.from(ALPHABET)), (made, index, character) => {
        fc.pre(made[index] !== character)
        expect(parseReturnCode(replaceAt(made, index, character))).toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  test('with any two characters changed round is refused', () => {
    fc.assert(
      fc.property(code, position, position, (made, i, j) => {
        fc.pre(made[i] !== made[j])
        const swapped = replaceAt(replaceAt(made, i, made.charAt(j)), j, made.charAt(i))
        expect(parseReturnCode(swapped)).toBeNull()
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    '',
    'HC-7K2Q-M4TD',
    '0'.repeat(19),
    '0'.repeat(21),
    `U${'0'.repeat(19)}`,
    `😀${'0'.repeat(18)}`,
  ])('%j is none', (text) => {
    expect(parseReturnCode(text)).toBeNull()
  })

  test('no typed text makes the reader throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => (parseReturnCode(text), true)))
  })
})
