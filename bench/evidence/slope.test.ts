import { expect, test } from 'vitest'
import { slopeOf } from './slope'

const samples = (memoryAt: (arrived: number) => number) =>
  [0, 25, 50, 100, 250].map((arrived) => ({ arrived, memory: memoryAt(arrived) }))

test('a server that keeps all that arrives has a slope of one, and one that keeps none of it of zero', () => {
  expect(slopeOf(samples((arrived) => 300 + arrived))).toBeCloseTo(1)
  expect(slopeOf(samples(() => 300))).toBe(0)
  expect(slopeOf(samples((arrived) => (arrived % 50 === 0 ? 300 : 302)))).toBeLessThan(0.05)
})

test('where nothing arrived there is none', () => {
  expect(slopeOf([{ arrived: 5, memory: 1 }])).toBe(0)
})
