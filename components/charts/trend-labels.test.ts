import fc from 'fast-check'
import { expect, it } from 'vitest'
import { everyOf, isNamed } from './trend-labels'

it('no name below a chart reaches into the next or out of the picture', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 150 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(230, 500),
      (length, letters, width) => {
        const every = everyOf(
          Array.from({ length }, () => ({ short: 'x'.repeat(letters) })),
          width,
        )
        const named = Array.from({ length }, (_, index) => index).filter((index) =>
          isNamed(index, every, length),
        )
        expect(named[0]).toBe(0)
        for (const [place, index] of named.entries()) {
          const next = named[place + 1] ?? length
          if (length > 1) expect(((next - index) * width) / length).toBeGreaterThanOrEqual(7 * letters)
        }
      },
    ),
  )
})
