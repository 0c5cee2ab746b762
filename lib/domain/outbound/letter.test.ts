import { expect, it } from 'vitest'
import { nextTry } from './letter'

const at = new Date('2026-12-01T03:00:00Z')

function waitsOf(purpose: string): readonly number[] {
  const waits: number[] = []
  for (;;) {
    const next = nextTry(waits.length + 1, purpose, at)
    if (next === null) return waits
    waits.push((next.getTime() - at.getTime()) / 60_000)
  }
}
const sum = (waits: readonly number[]) => waits.reduce((all, wait) => all + wait, 0)

it('is tried for longer than a day', () => {
  expect(waitsOf('notice')).toEqual([1, 5, 30, 120, 360, 720, 720])
  expect(sum(waitsOf('letter'))).toBeGreaterThan(24 * 60)
})

it('is tried each two minutes for an hour where staff are told at once, and then as long as the rest', () => {
  const waits = waitsOf('alert')
  expect(waits.slice(0, 30).every((wait) => wait === 2)).toBe(true)
  expect(waits.slice(30)).toEqual(waitsOf('notice'))
  // Fewer than the claims after which the database gives one up.
  expect(waits.length + 1).toBeLessThan(48)
})
