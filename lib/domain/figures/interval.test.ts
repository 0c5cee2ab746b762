import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, intervalOfCount, intervalOfShare } from './interval'

describe('the interval of a count', () => {
  // Exact limits of a Poisson mean (Garwood 1936), as tables of vital statistics print them.
  it.each([
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [2, 0.242, 7.225],
    [3, 0.619, 8.767],
    [4, 1.09, 10.242],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
    [100, 81.364, 121.627],
  ])('of %i is %f to %f', (count, low, high) => {
    expect(intervalOfCount(count).low).toBeCloseTo(low, 3)
    expect(intervalOfCount(count).high).toBeCloseTo(high, 3)
  })

  it('goes on without a step where it is reckoned otherwise, and always has the count in it', () => {
    const [exact, byar] = [intervalOfCount(200), intervalOfCount(201)]
    expect(byar.low - exact.low).toBeCloseTo(intervalOfCount(200).low - intervalOfCount(199).low, 1)
    expect(byar.high - exact.high).toBeCloseTo(intervalOfCount(200).high - intervalOfCount(199).high, 1)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (count) => {
        const { low, high } = intervalOfCount(count)
        expect(low).toBeLessThanOrEqual(count)
        expect(high).toBeGreaterThan(count)
      }),
    )
  })
})

describe('the interval of a share', () => {
  // The examples of Newcombe (1998), method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i is %f to %f', (part, whole, low, high) => {
    expect(intervalOfShare(part, whole).low).toBeCloseTo(low, 4)
    expect(intervalOfShare(part, whole).high).toBeCloseTo(high, 4)
  })

  it('is everything where there is nothing, and the share is in it', () => {
    expect(intervalOfShare(0, 0)).toEqual({ low: 0, high: 1 })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, share) => {
          const part = Math.round(whole * share)
          const { low, high } = intervalOfShare(part, whole)
          expect(low).toBeLessThanOrEqual(part / whole + 1e-12)
          expect(high).toBeGreaterThanOrEqual(part / whole - 1e-12)
        },
      ),
    )
  })
})

describe('a comparison', () => {
  it.each([
    [5, 0, 'no-clear-change'],
    [6, 0, 'more'],
    [0, 6, 'fewer'],
    [12, 9, 'no-clear-change'],
    [60, 40, 'no-clear-change'],
    [62, 38, 'more'],
    [0, 0, 'no-clear-change'],
  ])('of %i with %i is %s', (now, before, change) => {
    expect(compare(now, before)).toBe(change)
  })

  it('calls nothing a change that the exact test of halves does not', () => {
    for (let sum = 1; sum <= 150; sum += 1) {
      let [term, below] = [2 ** -sum, 0]
      for (let few = 0; few <= sum; few += 1) {
        below += term
        const likely = Math.min(1, 2 * below)
        if (few * 2 < sum && compare(sum - few, few) !== 'no-clear-change')
          expect([few, sum, likely < 0.055]).toEqual([few, sum, true])
        term *= (sum - few) / (few + 1)
      }
    }
  })

  it('is the same seen from the other side', () => {
    const other = { more: 'fewer', fewer: 'more', 'no-clear-change': 'no-clear-change' }
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (now, before) => {
        expect(compare(before, now)).toBe(other[compare(now, before)])
      }),
    )
  })
})
