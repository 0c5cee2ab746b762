import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CannotOpenError } from './cannot-open-error'
import { pad, sizeClass, unpad } from './padding'

const KIB = 1024

describe('padding', () => {
  test.each([
    [0, 1],
    [1024, 1],
    [1025, 2],
    [2049, 4],
    [16_385, 32],
    [65_536, 64],
    [65_537, 128],
    [140_000, 192],
  ])('%i bytes belong to the class of %i KiB', (length, kib) => {
    expect(sizeClass(length)).toBe(kib * KIB)
  })

  test('text up to 64 KiB has at most seven lengths', () => {
    const lengths = new Set<number>()
    for (let length = 0; length <= 64 * KIB; length += 1) lengths.add(sizeClass(length))
    expect(lengths.size).toBe(7)
  })

  test('gives back what was padded, and only a whole padded text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (text) => {
        const padded = pad(text)
        expect(Buffer.from(unpad(padded))).toEqual(Buffer.from(text))
        expect(() => unpad(padded.subarray(1))).toThrow(CannotOpenError)
      }),
    )
    expect(() => unpad(new Uint8Array(2))).toThrow(CannotOpenError)
  })
})
