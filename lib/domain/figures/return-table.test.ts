import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import { offenceGroups } from '../offence'
import { pairName } from './measures'
import { release } from './release'
import { returnTable, rowsOfReturn } from './return-table'
import type { Tally } from './rows'
import { shapeOf } from './shape'
import { monthsOfYear } from './statistics-year'
import { toldFigures } from './told-figures'

const months = monthsOfYear(2025, hertfordshire.statistics)

const strands = ['race', 'religion', 'sexual-orientation', 'disability', 'transgender-identity'] as const

/** Of each group twelve each month: six of race and of religion at once, and online; the others of neither. */
function tallies(): readonly Tally[] {
  const halves = ['strand:race', 'strand:religion', 'online'] as const
  const others = strands.slice(2).map((strand) => `strand:${strand}` as const)
  return months.flatMap((month) => {
    const row = { measure: 'received', month, b: '' } as const
    const half = offenceGroups.length * 6
    return [
      { ...row, by: 'all', a: '', count: 2 * half },
      ...offenceGroups.map((a) => ({ ...row, by: 'offence', a, count: 12 }) as const),
      ...others.map((by) => ({ ...row, by, a: 'no', count: 2 * half })),
      ...halves.flatMap((by) =>
        (['yes', 'no'] as const).flatMap((a) => [
          { ...row, by, a, count: half },
          ...offenceGroups.map((b) => ({ ...row, by: pairName([by, 'offence']), a, b, count: 6 })),
        ]),
      ),
    ]
  })
}

describe('the table in the shape of the return', () => {
  it('counts each offence once, and one of several strands in each of them', () => {
    const shape = shapeOf('received', hertfordshire)
    const { minimum } = hertfordshire.statistics
    const input = { year: 2025, months, released: 12, untold: 0, tallies: tallies(), before: [], minimum }
    const told = toldFigures(release(shape, input), hertfordshire.statistics)
    const table = new Map(returnTable(2025, told, hertfordshire).map(({ of, cells }) => [of, cells]))
    const counts = (of: string) => table.get(of)?.map((one) => (one.shown ? one.count : one.why))
    expect(counts('each')).toEqual([144, 144, 144, 144, 144, 144, 864])
    for (const of of ['race', 'religion', 'online'])
      expect(counts(of), of).toEqual([72, 72, 72, 72, 72, 72, 432])
    expect(counts('disability')?.at(-1)).toBe(0)
  })

  it('shows what is published and no more, and nothing by strand of a year that is not whole', () => {
    const rows = publishedRows().filter(
      ({ measure, by }) => measure === 'received' && rowsOfReturn(hertfordshire).includes(by),
    )
    const told = toldFigures(rows, hertfordshire.statistics)
    const whole = returnTable(2024, told, hertfordshire)
    const shown = whole.flatMap(({ cells }) => cells.filter((one) => one.shown && one.count > 0))
    expect(shown.length).toBeGreaterThan(20)
    for (const one of shown) expect(one.shown && one.count).toBeGreaterThanOrEqual(5)
    const begun = returnTable(2025, told, hertfordshire)
    for (const { of, cells } of begun.filter(({ of: each }) => each !== 'each'))
      for (const one of cells.slice(0, -1)) expect(one, of).toMatchObject({ shown: false })
  })
})
