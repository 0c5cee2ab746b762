import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { toldOfYear } from './frozen-year'
import type { FrozenMonth } from './frozen-year'
import { toldFrom } from './opening'
import { monthsBetween } from './statistics-year'

const rules = { openingMonths: 2 }

describe('the opening', () => {
  it.each<[string, readonly number[], string | null]>([
    ['ends once enough came in so many months', [9, 5, 40], '2025-06'],
    ['is not over with somebody who only tried it', [1, 0, 9, 4, 5], '2025-09'],
    ['is not over before', [9, 4, 3], null],
    ['is not over where nothing came', [], null],
  ])('%s', (_, counts, told) => {
    const months = monthsBetween('2025-04', '2025-12')
    const received = counts.map((count, at) => ({
      month: months[at] ?? '',
      count,
      minimum: 5,
      toldFrom: null,
    }))
    expect(toldFrom(received, rules)).toBe(told)
  })
})

describe('what was told once', () => {
  it('begins where it began, whatever the force says now, and each month goes by its own minimum', () => {
    const months = [9, 5, 40].map((count, at) => ({ month: `2025-0${String(at + 4)}`, count, minimum: 5 }))
    const at = (from: string | null) => months.map((one) => ({ ...one, toldFrom: from }))
    expect(toldFrom(at('2025-05'), { openingMonths: 3 })).toBe('2025-05')
    expect(toldFrom(at(null), { openingMonths: 3 })).toBe('2025-07')
    const raised = at(null).map((one, place) => ({ ...one, minimum: place === 0 ? 5 : 50 }))
    expect(toldFrom(raised, rules)).toBeNull()
  })
})

describe('what is told of a year', () => {
  const cells = ['kind']
  const frozen = (measure: FrozenMonth['measure'], first: string, last: string): readonly FrozenMonth[] =>
    monthsBetween(first, last).map((month) => ({
      ...{ measure, month, minimum: 5, cells },
      tallies: [
        { by: 'all', a: '', b: '', count: 20 },
        { by: 'kind', a: 'report', b: '', count: 20 },
      ],
    }))
  const all = (rows: ReturnType<typeof toldOfYear>) =>
    rows.filter(({ by }) => by === 'all').map(({ first, whole }) => (whole ? 'whole' : first))

  it('begins after the opening, and has no totals where that ends in it', () => {
    const known = frozen('closed', '2025-04', '2026-03')
    expect(all(toldOfYear('closed', 2025, known, hertfordshire, '2026-01'))).toEqual([
      ...['2026-01', '2026-02', '2026-03'],
    ])
    expect(all(toldOfYear('closed', 2025, known, hertfordshire, '2026-04'))).toEqual([])
    expect(all(toldOfYear('closed', 2025, known, hertfordshire, null))).toEqual([])
  })

  it('is whole where the opening is over before, and only then', () => {
    const known = frozen('closed', '2024-04', '2026-03')
    expect(all(toldOfYear('closed', 2025, known, hertfordshire, '2025-04'))).toContain('whole')
    expect(all(toldOfYear('closed', 2025, known, hertfordshire, '2025-05'))).not.toContain('whole')
  })

  it('of what is counted since later begins there, each month once', () => {
    const known = [...frozen('received', '2024-04', '2026-03'), ...frozen('closed', '2025-11', '2026-03')]
    expect(all(toldOfYear('closed', 2025, known, hertfordshire, '2024-07'))).toEqual([
      ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
    ])
  })

  it('is not hidden because a month of the year before was not counted by it', () => {
    const before = frozen('closed', '2024-04', '2025-03').map((one) => ({
      ...one,
      ...(one.month < '2025-01' ? { cells: [], tallies: one.tallies.slice(0, 1) } : {}),
    }))
    const rows = toldOfYear(
      'closed',
      2025,
      [...before, ...frozen('closed', '2025-04', '2025-06')],
      hertfordshire,
      '2024-07',
    )
    expect(rows.filter(({ by, a }) => by === 'kind' && a === 'report').map(({ count }) => count)).toEqual([
      ...[20, 20, 20],
    ])
  })
})
