import { describe, expect, it } from 'vitest'
import { gatherPeriods } from './periods'
import type { PublishedRow, Tally } from './rows'

const months = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08']
const tallies = (...counts: readonly number[]): readonly Tally[] =>
  counts.map((count, at) => ({
    ...{ measure: 'received', month: months[at] ?? '', by: 'all', a: '', b: '', count },
  }))

function gathered(counts: readonly number[], yearEnds: boolean) {
  const rows = tallies(...counts)
  const periods = gatherPeriods(
    rows.map(({ month }) => month),
    (month) => rows.find((row) => row.month === month)?.count ?? 0,
    { minimum: 5, yearEnds },
  )
  return periods.map(
    ({ months: [first = ''], total, short }): [PublishedRow['first'], PublishedRow['count']] => [
      first.slice(5),
      short ? null : total,
    ],
  )
}

describe('periods', () => {
  it.each<[readonly number[], boolean, readonly [string, number | null][]]>([
    [[], true, []],
    [
      [5, 0, 9],
      false,
      [
        ['04', 5],
        ['05', 0],
        ['06', 9],
      ],
    ],
    [
      [3, 1, 1, 7],
      false,
      [
        ['04', 5],
        ['07', 7],
      ],
    ],
    [[3, 0, 9], false, [['04', 12]]],
    [[9, 4], false, [['04', 9]]],
    [
      [9, 4, 0],
      true,
      [
        ['04', 9],
        ['05', null],
      ],
    ],
    [
      [9, 0],
      true,
      [
        ['04', 9],
        ['05', 0],
      ],
    ],
  ])('of %j (the year ends: %s) are %j', (counts, yearEnds, expected) => {
    expect(gathered(counts, yearEnds)).toEqual(expected)
  })
})
