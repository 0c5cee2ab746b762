import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gini, quantile } from './figures'

describe('gini', () => {
  it('is 0 where all have the same, and nearly 1 where one has it all', () => {
    expect(gini([3, 3, 3])).toBe(0)
    expect(gini([0, 0, 0])).toBe(0)
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75)
    expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25)
  })

  it('asks neither for an order nor for a unit', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(shares, (given) => {
        const found = gini(given)
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThan(1)
        expect(gini(given.toReversed())).toBeCloseTo(found)
        expect(gini(given.map((share) => share * 7))).toBeCloseTo(found)
      }),
    )
  })
})

describe('quantile', () => {
  it('is one of the values, and that of nothing is none', () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3)
    expect(quantile([5, 1, 3, Infinity], 0.9)).toBe(Infinity)
    expect(quantile([], 0.5)).toBeNaN()
  })
})
