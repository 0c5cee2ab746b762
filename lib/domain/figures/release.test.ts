import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { release } from './release'
import type { Tally } from './rows'
import { shapeOf } from './shape'
import { monthsOfYear } from './statistics-year'

const { minimum, yearBegins } = hertfordshire.statistics
const months = monthsOfYear(2026, { yearBegins })
const shape = shapeOf('closed', hertfordshire)

/** Cases closed in a month, by how they ended. */
function closed(month: string, endings: Readonly<Record<string, number>>): readonly Tally[] {
  const row = { measure: 'closed', month, b: '' } as const
  const all = Object.values(endings).reduce((sum, count) => sum + count, 0)
  return [
    { ...row, by: 'all', a: '', count: all },
    ...Object.entries(endings).map(([a, count]) => ({ ...row, by: 'disposition', a, count }) as const),
  ]
}

function told(tallies: readonly Tally[], released: number, before: readonly Tally[] = []) {
  return release(shape, { year: 2026, months, released, untold: 0, tallies, before, minimum })
}

describe('what is told of a year', () => {
  it('is nothing before a month is released, and a 0 where there was none', () => {
    expect(told([], 0)).toEqual([])
    const rows = told([], 1)
    expect(rows.find(({ by }) => by === 'all')).toEqual({
      ...{ measure: 'closed', year: 2026, first: '2026-04', last: '2026-04', whole: false },
      ...{ by: 'all', a: '', b: '', count: 0 },
    })
    expect(new Set(rows.map(({ count }) => count))).toEqual(new Set([0]))
  })

  it('has a value that no list knows from when it first occurs, and hidden, for it was none before', () => {
    const april = closed('2026-04', { advice: 9, crime: 9 })
    const may = closed('2026-05', { advice: 9, crime: 8, 'made-at-the-desk': 12 })
    const rows = told([...april, ...may], 2)
    expect(rows.filter(({ a }) => a === 'made-at-the-desk')).toEqual([
      expect.objectContaining({ first: '2026-05', by: 'disposition', count: null }),
    ])
    expect(rows.find(({ first, a }) => first === '2026-05' && a === 'crime')?.count).toBeNull()
    expect(rows.find(({ first, a }) => first === '2026-05' && a === 'advice')?.count).toBe(9)
  })

  it('hides from its beginning what was small in the year before', () => {
    const before = closed('2026-03', { advice: 12, crime: 9, withdrawn: 1 })
    const rows = told(closed('2026-04', { advice: 8, crime: 9, withdrawn: 7 }), 1, before)
    const hidden = rows.filter(({ count }) => count === null).map(({ a }) => a)
    expect(hidden).toEqual(['crime', 'withdrawn'])
  })

  it('has neither total nor part where the year’s end leaves over too few', () => {
    const full = months.slice(0, 11).flatMap((month) => closed(month, { advice: 9 }))
    const rows = told([...full, ...closed('2027-03', { advice: 3 })], 12)
    expect(rows.filter(({ whole, count }) => whole && count !== null)).toEqual([])
    expect(rows.filter(({ first, count }) => first === '2027-03' && count !== null)).toEqual([])
    expect(rows.filter(({ by, whole, count }) => by === 'all' && !whole && count === 9)).toHaveLength(11)
  })

  it('has the whole year once its last month is released, with the values that occurred', () => {
    const full = months.flatMap((month) => closed(month, { advice: 9, crime: 6 }))
    expect(told(full, 11).filter(({ whole }) => whole)).toEqual([])
    const year = told(full, 12).filter(({ whole }) => whole)
    const count = (by: string, a: string) => year.find((row) => row.by === by && row.a === a)?.count
    expect([count('all', ''), count('disposition', 'advice'), count('disposition', 'crime')]).toEqual([
      180, 108, 72,
    ])
    expect(count('disposition', 'withdrawn')).toBe(0)
    expect(year.every(({ first, last }) => first === '2026-04' && last === '2027-03')).toBe(true)
  })
})
