import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReference, parseReference } from './reference'
import { submissionKinds } from './words'

const bytes = fc.uint8Array({ minLength: 5, maxLength: 16 })
const kind = fc.constantFrom(...submissionKinds)

describe('newReference', () => {
  it.each([
    ['report', [0, 0, 0, 0, 0], 'HC-0000-0000'],
    ['report', [255, 255, 255, 255, 255], 'HC-ZZZZ-ZZZZ'],
    ['liaison-request', [0, 0, 0, 0, 1], 'LR-1000-0000'],
    ['liaison-request', [248, 0, 0, 0, 0, 99], 'LR-0000-000Z'],
  ] as const)('makes of %s %j the reference %s', (of, from, reference) => {
    expect(newReference(of, Uint8Array.from(from))).toBe(reference)
  })

  it('refuses too little randomness', () => {
    expect(() => newReference('report', new Uint8Array(4))).toThrow(RangeError)
  })

  it('has the agreed shape, and other bytes give another reference', () => {
    const five = fc.uint8Array({ minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(kind, five, five, (of, a, b) => {
        const reference = newReference(of, a)
        expect(reference).toMatch(/^(HC|LR)-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u)
        expect(newReference(of, b) === reference).toBe(a.every((byte, i) => byte === b[i]))
      }),
    )
  })
})

describe('parseReference', () => {
  it.each([
    ['hc-7k2q-m4td', 'HC-7K2Q-M4TD'],
    ['HC7K2QM4TD', 'HC-7K2Q-M4TD'],
    [' lr 7k2q – m4td ', 'LR-7K2Q-M4TD'],
    ['LR-OIL0-1lio', 'LR-0110-1110'],
  ])('reads %j', (text, reference) => {
    expect(parseReference(text)).toBe(reference)
  })

  it.each([
    '',
    '7K2Q-M4TD',
    'HC-7K2Q-M4T',
    'HC-7K2Q-M4TDD',
    'HX-7K2Q-M4TD',
    'HC-7K2Q-M4TU',
    'HC-7K2Q-M4TD?'.repeat(9),
  ])('refuses %j', (text) => {
    expect(parseReference(text)).toBeNull()
  })

  it('reads back every new reference, however it was copied', () => {
    const copied = fc.array(fc.constantFrom('lower', 'space', 'alike', 'asIs'), {
      minLength: 12,
      maxLength: 12,
    })
    fc.assert(
      fc.property(kind, bytes, copied, fc.boolean(), (of, random, ways, dashes) => {
        const reference = newReference(of, random)
        expect(parseReference(reference)).toBe(reference)
        const text = Array.from(reference)
          .map((symbol, i) => copy(symbol, i, ways[i], dashes))
          .join('')
        expect(parseReference(text)).toBe(reference)
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parsed = parseReference(text)
        if (parsed !== null) expect(parseReference(parsed)).toBe(parsed)
      }),
    )
  })
})

function copy(symbol: string, index: number, way: string | undefined, dashes: boolean): string {
  if (symbol === '-') return dashes ? '-' : ''
  if (way === 'lower') return symbol.toLowerCase()
  if (way === 'space') return ` ${symbol}`
  if (way === 'alike' && index > 1) return { '0': 'O', '1': index % 2 === 0 ? 'I' : 'l' }[symbol] ?? symbol
  return symbol
}
