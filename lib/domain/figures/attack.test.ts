import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  atomsOf,
  describableSets,
  isCounted,
  smallShape,
  talliesOf,
  worldOf,
} from '@/scripts/testing/figures/small-world'
import type { WorldKind } from '@/scripts/testing/figures/small-world'
import { Span } from '@/scripts/testing/figures/span'
import { release } from './release'
import type { PublishedRow } from './rows'

const months = ['2026-04', '2026-05', '2026-06', '2026-07']
const monthsBefore = ['2025-04', '2025-05', '2025-06', '2025-07']
const atoms = atomsOf(months)
const sets = describableSets(months)
const minimum = 5

/** From nearly empty to full, of one piece and full of holes. */
const kinds = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  density: fc.constantFrom(0.3, 1, 3, 8, 20, 60, 200),
  holes: fc.constantFrom(0, 0, 0.05, 0.15, 0.3),
})
const worlds = fc.tuple(kinds, fc.option(kinds))

function told([kind, past]: readonly [WorldKind, WorldKind | null], released = months.length) {
  const world = worldOf(kind, months)
  const tallies = talliesOf(world).filter(({ month }) => months.indexOf(month) < released)
  const earlier = past === null ? [] : talliesOf(worldOf(past, monthsBefore))
  return {
    world,
    rows: release(smallShape, { year: 2026, months, released, untold: 0, tallies, before: earlier, minimum }),
  }
}

/** The sets of 1 to less than the minimum that everything that is told gives away, a told 0 as what it says of each part. */
function recovered(rows: readonly PublishedRow[], counts: readonly number[]): readonly (readonly number[])[] {
  const shown = rows.filter(({ count }) => count !== null)
  const isEmpty = atoms.map((atom) => shown.some((row) => row.count === 0 && isCounted(row, atom)))
  const known = new Span()
  for (const row of shown) known.add(atoms.map((atom, at) => (!isEmpty[at] && isCounted(row, atom) ? 1 : 0)))
  return sets.filter((set) => {
    const count = set.reduce((sum, within, at) => sum + within * (counts[at] ?? 0), 0)
    return count > 0 && count < minimum && known.has(set.map((within, at) => (isEmpty[at] ? 0 : within)))
  })
}

describe('what is told of small worlds', () => {
  it('is the truth', () => {
    fc.assert(
      fc.property(worlds, (one) => {
        const { world, rows } = told(one)
        for (const row of rows.filter(({ count }) => count !== null)) {
          const plain = atoms.reduce(
            (sum, atom, at) => sum + (isCounted(row, atom) ? (world.counts[at] ?? 0) : 0),
            0,
          )
          expect(row.count).toBe(plain)
        }
      }),
    )
  })

  it('never gives away a small count: 0 recovered', () => {
    const runs = 1500
    let shown = 0
    fc.assert(
      fc.property(worlds, (one) => {
        const { world, rows } = told(one)
        shown += rows.filter(({ count }) => count !== null && count > 0).length
        expect(recovered(rows, world.counts)).toEqual([])
      }),
      { numRuns: runs },
    )
    // Hiding everything would be no way to pass.
    expect(shown / runs).toBeGreaterThan(10)
  })

  it('has no pair of a dimension whose hidden values all came up late: what is left over was there alone before', () => {
    const counts = atoms.map(({ month, district, kind, channel }) => {
      const isFirst = month === months[0]
      if (district !== 'north') return isFirst ? 0 : 6
      if (kind === 'liaison-request') return 5
      if (isFirst) return channel === 'online' ? 9 : 8
      return channel === 'online' ? 1 : 0
    })
    const tallies = talliesOf({ months, counts })
    const rows = release(smallShape, {
      year: 2026,
      months,
      released: 4,
      untold: 0,
      tallies,
      before: [],
      minimum,
    })
    const ofNorth = rows.find((row) => row.by === 'district*kind' && row.a === 'north' && row.b === 'report')
    expect(ofNorth).toMatchObject({ count: null })
    expect(recovered(rows, counts)).toEqual([])
  })

  it('is only ever added to', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 0, max: 3 }), (one, released) => {
        const later = new Map(told(one, released + 1).rows.map((row) => [keyOf(row), row.count]))
        for (const row of told(one, released).rows)
          expect([keyOf(row), later.get(keyOf(row))]).toEqual([keyOf(row), row.count])
      }),
    )
  })
})

const keyOf = ({ first, last, whole, by, a, b }: PublishedRow) => [first, last, whole, by, a, b].join()
