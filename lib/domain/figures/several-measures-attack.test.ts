import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SmallLives } from '@/scripts/testing/figures/small-lives'
import { Span } from '@/scripts/testing/figures/span'
import type { PublishedRow } from './rows'

const minimum = 5
const districts = ['north', 'south', 'west']

const worlds = {
  'by the same two things': new SmallLives({
    values: { district: districts, channel: ['online', 'phone-101'] },
    told: { received: ['district', 'channel'], closed: ['district', 'channel'] },
  }),
  'by what is recorded of them and by how they end': new SmallLives({
    values: {
      district: districts,
      offence: ['violence', 'harassment'],
      disposition: ['charged', 'no-further'],
    },
    told: { received: ['district', 'offence'], closed: ['district', 'disposition'] },
  }),
}
const sets = new Map(Object.values(worlds).map((world) => [world, world.describable()] as const))

/** From nearly empty to full, from what is closed at once to what stays open. */
const kinds = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  density: fc.constantFrom(0.3, 1, 4, 15, 60),
  quick: fc.constantFrom(0.2, 0.5, 0.8, 0.95),
  holes: fc.constantFrom(0, 0, 0.1),
})

/** How many sets of 1 to less than the minimum all that is told gives away, a told 0 as what it says of each way a case can go. */
function recovered(world: SmallLives, rows: readonly PublishedRow[], counts: readonly number[]): number {
  const { lives } = world
  const shown = rows.filter(({ count }) => count !== null)
  const isEmpty = lives.map((life) => shown.some((row) => row.count === 0 && world.isOf(row, life)))
  const known = new Span()
  for (const row of shown) known.add(lives.map((life, at) => (!isEmpty[at] && world.isOf(row, life) ? 1 : 0)))
  return (sets.get(world) ?? []).filter((set) => {
    const count = set.reduce((sum, at) => sum + (counts[at] ?? 0), 0)
    if (count === 0 || count >= minimum) return false
    const vector = new Float64Array(lives.length)
    for (const at of set) if (!isEmpty[at]) vector[at] = 1
    return known.has(vector)
  }).length
}

describe.each(Object.entries(worlds))('measures beside each other, told %s', (name, world) => {
  it('give no small count away either, of what came in and was closed or is still open: 0 recovered', () => {
    const runs = name === 'by the same two things' ? 500 : 100
    let shown = 0
    fc.assert(
      fc.property(kinds, (kind) => {
        const counts = world.counts(kind)
        const rows = world.told(counts, 1)
        shown += rows.filter(({ count }) => count !== null && count > 0).length
        expect(recovered(world, rows, counts)).toBe(0)
      }),
      { numRuns: runs },
    )
    expect(shown / runs).toBeGreaterThan(20)
  })

  it('would give away how many are open, were the first months told too', () => {
    const few = fc.sample(kinds, { numRuns: 15, seed: 8 }).map((kind) => world.counts(kind))
    const given = few.map((counts) => recovered(world, world.told(counts, 0), counts))
    expect(given.filter((found) => found > 0).length).toBeGreaterThan(2)
  })
})
