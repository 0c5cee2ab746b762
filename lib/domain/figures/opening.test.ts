import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { toldOfYear } from './frozen-year'
import type { FrozenMonth } from './frozen-year'
import { toldFrom } from './opening'
import { monthsBetween } from './statistics-year'

const rules = { minimum: 5, openingMonths: 2 }

describe('the opening', () => {
  it.each<[string, readonly number[], string | null]>([
    ['ends once enough came in so many months', [9, 5, 40], '2025-06'],
    ['is not over with somebody who only tried it', [1, 0, 9, 4, 5], '2025-09'],
    ['is not over before', [9, 4, 3], null],
    ['is not over where nothing came', [], null],
  ])('%s', (_, counts, told) => {
    const months = monthsBetween('2025-04', '2025-12')
    const received = counts.map((count, at) => ({ month: months[at] ?? '', count }))
    expect(toldFrom(received, rules)).toBe(told)
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
})
