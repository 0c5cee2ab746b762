import { beforeAll, describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import { answer } from './answer'
import type { Question } from './question'
import { monthsBetween } from './statistics-year'
import { firstMonthOf } from './question-months'
import { figureTable, figureTables, measureOf, rowsFor } from './tables'
import { toldFigures } from './told-figures'
import type { PublishedRow } from './rows'

let rows: readonly PublishedRow[] = []
beforeAll(() => {
  rows = publishedRows()
})

const year: Question = { from: '2024-04', to: '2025-03', filters: [] }
const table = (id: (typeof figureTables)[number], question = year, among = rows) =>
  figureTable(id, question, toldFigures(among, hertfordshire.statistics), hertfordshire)

describe('the tables of a page of figures', () => {
  it.each(figureTables)('%s has cells of a whole year, each with the year before', (id) => {
    const { cells, total, totalBefore } = table(id)
    expect(total.shown && totalBefore.shown).toBe(true)
    expect(cells.filter(({ answer: found }) => found.shown).length).toBeGreaterThan(0)
    expect(cells.filter(({ before }) => before.shown).length).toBeGreaterThan(0)
    for (const { before } of cells) if (!before.shown) expect(before.why).not.toBe('before-figures')
  })

  it.each(figureTables)('%s is the same from the rows it says it is made from, and no others', (id) => {
    for (const filters of [
      [],
      [{ dimension: 'district', value: 'stevenage' }],
      [{ dimension: 'strand:race', value: 'yes' }],
      [{ dimension: 'channel', value: 'phone-101' }],
    ] as const) {
      const question = { ...year, filters }
      const wanted = new Set(rowsFor(id, filters, hertfordshire))
      const some = rows.filter(({ measure, by }) => measure === measureOf(id) && wanted.has(by))
      expect(table(id, question, some)).toEqual(table(id, question))
    }
  })

  it('has no line of a strand that cases are asked to be without', () => {
    const without = { ...year, filters: [{ dimension: 'strand:race', value: 'no' }] } as const
    expect(table('strands', without).cells.map(({ key }) => key[0])).not.toContain('race')
    const having = { ...year, filters: [{ dimension: 'strand:race', value: 'yes' }] } as const
    expect(table('strands', having).cells.map(({ key }) => key[0])).toContain('race')
  })

  it('compares each period with the same months a year before', () => {
    const { cells } = table('trend')
    const told = toldFigures(rows, hertfordshire.statistics)
    expect(cells.map(({ key }) => key[0])).toContain('2024-07')
    for (const {
      key: [first = '', last = ''],
      before,
    } of cells) {
      const aYear = (month: string) => `${String(Number(month.slice(0, 4)) - 1)}${month.slice(4)}`
      expect(before).toEqual(
        answer({ from: aYear(first), to: aYear(last), filters: [] }, 'received', told, hertfordshire),
      )
    }
  })

  it('of months long before the first says that, though none of their rows are at hand', () => {
    const begin =
      rows
        .map(({ first }) => first)
        .filter((first) => first !== '')
        .sort()[0] ?? null
    const { total } = figureTable(
      'district',
      { from: '2019-01', to: '2019-03', filters: [] },
      toldFigures([], hertfordshire.statistics, begin),
      hertfordshire,
    )
    expect(total).toMatchObject({ shown: false, why: 'before-figures' })
  })

  it.each([
    ['a month', '2024-07', '2024-07', ['2024-06', '2024-06'], '2022-07'],
    ['a quarter', '2024-07', '2024-09', ['2024-04', '2024-06'], '2022-07'],
    ['fifteen months', '2024-07', '2025-09', ['2023-04', '2024-06'], '2022-07'],
    ['a year, which the year before is', '2024-04', '2025-03', null, '2022-04'],
  ])('compares the total with as many months just before: %s', (_, from, to, just, first) => {
    const question = { ...year, from, to }
    const told = toldFigures(rows, hertfordshire.statistics)
    const expected =
      just === null
        ? null
        : answer({ from: just[0] ?? '', to: just[1] ?? '', filters: [] }, 'received', told, hertfordshire)
    expect(table('channel', question).totalEarlier).toEqual(expected)
    expect(table('channel', question).months).toBe(monthsBetween(from, to).length)
    expect(firstMonthOf(question)).toBe(first)
  })

  it.each(['week', 'endings'] as const)('%s of part of a year is of the last whole year', (id) => {
    const last = { from: '2024-04', to: '2025-03' }
    const part = table(id, { ...year, from: '2025-04', to: '2025-12' })
    expect(part).toEqual({ ...table(id, { ...year, ...last }), instead: last })
    expect(table(id, { ...year, from: '2024-05', to: '2024-05' }).instead).toEqual(last)
    expect(table(id).instead).toBeUndefined()
  })

  it('where no whole year is told, or other things are asked, months stay as they were asked', () => {
    const { instead, cells } = table('week', { ...year, from: '2025-04', to: '2025-12' }, [])
    expect(instead).toBeUndefined()
    expect(cells.every(({ answer: found }) => !found.shown)).toBe(true)
    const filters = [{ dimension: 'district', value: 'stevenage' }] as const
    expect(table('week', { from: '2025-04', to: '2025-12', filters }).instead).toBeUndefined()
    expect(table('trend', { ...year, from: '2025-04', to: '2025-12' }).instead).toBeUndefined()
  })

  it('of the first year says that there are none of before', () => {
    const { totalBefore } = table('district', { ...year, from: '2023-04', to: '2024-03' })
    expect(totalBefore).toEqual({ shown: false, why: 'before-figures', atLeast: 0 })
  })
})
