import { expect, it } from 'vitest'
import { delayAfter, delays, throttle } from './throttle'

it.each([
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 1_000],
  [4, 2_000],
  [5, 4_000],
  [6, 8_000],
  [7, 8_000],
  [1_000_000, 8_000],
])('after %i tries the next waits %i ms', (tries, wait) => {
  expect(delayAfter(tries)).toBe(wait)
})

it('has in its table what the rule says, and ends where it no longer grows', () => {
  expect(delays).toEqual(delays.map((_, index) => delayAfter(index + 1)))
  expect(delays.at(-1)).toBe(throttle.longest)
})
