import { expect, test } from 'vitest'
import { waitsOf } from './waits'

test('what was sent first is told of first, and what is never told waits for ever', () => {
  const tellings = [
    { at: 500, fresh: 1 },
    { at: 300, fresh: 2 },
    { at: 900, fresh: 0 },
  ]
  expect(waitsOf([100, 0, 200, 400], tellings)).toEqual([300, 200, 300, Number.POSITIVE_INFINITY])
})
