import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisOf, percent, shadesBetween, shadesOf } from './chart-scale'

const counts = fc.array(fc.option(fc.nat({ max: 2_000_000 })), { maxLength: 40 })
const formats = fc.constantFrom('count' as const, 'share' as const)

describe('an axis', () => {
  it('begins at nought, has room for all, and its ticks are whole, evenly apart, up to its end', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { top, ticks, along } = axisOf(values, 'count')
        expect(top).toBeGreaterThanOrEqual(Math.max(1, ...values.map((value) => value ?? 0)))
        expect([ticks[0], ticks.at(-1)]).toEqual([0, top])
        expect(ticks.length).toBeLessThanOrEqual(11)
        const gaps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0))
        expect(new Set(gaps).size).toBe(1)
        expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true)
        expect([along(0), along(top)]).toEqual([0, 100])
      }),
    )
  })

  it('is in proportion: twice as many is twice as far', () => {
    fc.assert(
      fc.property(counts, formats, fc.double({ min: 0, max: 1, noNaN: true }), (values, format, part) => {
        const { top, along } = axisOf(values, format)
        expect(along(part * top)).toBeCloseTo(100 * part, 6)
        expect(along((part * top) / 2)).toBeCloseTo(50 * part, 6)
      }),
    )
  })

  it('of shares goes to a hundred per cent', () => {
    expect(axisOf([0.02, null], 'share').ticks.at(-1)).toBe(1)
  })

  it('of numbers that are not whole keeps its ticks up to the end', () => {
    const { top, ticks } = axisOf([2.2], 'count')
    expect(ticks.at(-1)).toBe(top)
  })
})

describe('shades', () => {
  it('keep nought for itself, are never fainter for more, and their ranges hold what they say', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { stepOf, ranges } = shadesOf(values)
        const shown = values.filter((value) => value !== null).toSorted((a, b) => a - b)
        const seen = shown.map((value) => stepOf(value))
        expect(seen).toEqual(seen.toSorted((a, b) => a - b))
        for (const value of shown) {
          expect(stepOf(value) === 0).toBe(value === 0)
          const range = ranges.find(({ step }) => step === stepOf(value))
          expect(range?.first).toBeLessThanOrEqual(value)
          expect(range?.last).toBeGreaterThanOrEqual(value)
        }
      }),
    )
  })

  it('have no gap between them', () => {
    expect(shadesOf([17]).ranges.map(({ first, last }) => [first, last])).toEqual([
      [0, 0],
      [1, 5],
      [6, 10],
      [11, 15],
      [16, 20],
    ])
    expect(shadesOf([null, 0]).ranges).toEqual([{ step: 0, first: 0, last: 0 }])
  })
})

describe('shades between the fewest and the most', () => {
  it('are never fainter for more, hold what they say, and use the palest and no more than there are', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { stepOf, ranges } = shadesBetween(values)
        const shown = values.filter((value) => value !== null).toSorted((a, b) => a - b)
        const seen = shown.map((value) => stepOf(value))
        expect(seen).toEqual(seen.toSorted((a, b) => a - b))
        expect(seen.slice(0, 1)).toEqual(shown.slice(0, 1).map(() => 0))
        expect([ranges[0]?.first, ranges.at(-1)?.last]).toEqual([shown[0], shown.at(-1)])
        for (const [at, { first, last }] of ranges.entries()) {
          expect(last).toBeGreaterThanOrEqual(first)
          expect(first).toBe(at === 0 ? shown[0] : (ranges[at - 1]?.last ?? 0) + 1)
        }
        for (const value of shown) {
          const range = ranges.find(({ step }) => step === stepOf(value))
          expect(range?.first).toBeLessThanOrEqual(value)
          expect(range?.last).toBeGreaterThanOrEqual(value)
        }
      }),
    )
  })

  it('tell numbers apart that are all far from nought', () => {
    const { stepOf } = shadesBetween([100, 112, 125, 137, 149])
    expect([100, 112, 125, 137, 149].map((value) => stepOf(value))).toEqual([0, 1, 2, 3, 4])
  })
})

it('a length is written short', () => {
  expect(percent(100 / 3)).toBe('33.333%')
})
