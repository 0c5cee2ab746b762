import { expect, it } from 'vitest'
import { delayAfter, waitLeft } from './throttle'

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
])('after %i wrong attempts the next answer waits %i ms', (failures, wait) => {
  expect(delayAfter(failures)).toBe(wait)
})

const at = new Date('2026-06-01T12:00:00Z')
it.each([
  [null, 0],
  ['2026-06-01T11:59:59Z', 0],
  ['2026-06-01T12:00:02Z', 2_000],
  ['2030-01-01T00:00:00Z', 8_000],
])('throttled until %s, %i ms are left', (until, left) => {
  expect(waitLeft(until === null ? null : new Date(until), at)).toBe(left)
})
