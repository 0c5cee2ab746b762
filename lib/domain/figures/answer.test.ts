import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { answer, breakdown, trend } from './answer'
import type { WhyHidden } from './answer'
import type { By } from './measures'
import type { Filter } from './question'
import type { PublishedRow } from './rows'
import { addMonths, monthsBetween } from './statistics-year'
import { toldFigures } from './told-figures'

const row = (first: string, last: string, by: By, a: string, count: number | null): PublishedRow => ({
  ...{ measure: 'received', year: first < '2026-04' ? 2025 : 2026, first, last, whole: false, by, a, b: '' },
  count,
})
const whole = (by: By, a: string, b: string, count: number | null): PublishedRow => ({
  ...row('2025-04', '2026-03', by, a, count),
  ...{ whole: true, b },
})
const watford: Filter = { dimension: 'district', value: 'watford' }
const hertsmere: Filter = { dimension: 'district', value: 'hertsmere' }
const online: Filter = { dimension: 'channel', value: 'online' }
const race: Filter = { dimension: 'strand:race', value: 'yes' }

/** A whole year of ten a month, where Watford is hidden and Hertsmere is not; then April, and May and June as one. June was empty of race. */
const rows: readonly PublishedRow[] = [
  ...monthsBetween('2025-04', '2026-03').flatMap((month) => [
    row(month, month, 'all', '', 10),
    row(month, month, 'district', 'watford', month < '2025-06' ? 6 : null),
    row(month, month, 'district', 'hertsmere', 7),
  ]),
  whole('all', '', '', 120),
  whole('district', 'watford', '', 40),
  whole('district', 'hertsmere', '', 84),
  whole('district*channel', 'watford', 'online', 30),
  whole('district*channel', 'hertsmere', 'online', null),
  row('2026-04', '2026-04', 'all', '', 12),
  row('2026-04', '2026-04', 'district', 'watford', null),
  row('2026-04', '2026-04', 'strand:race', 'yes', 5),
  row('2026-05', '2026-06', 'all', '', 8),
  row('2026-05', '2026-06', 'district', 'watford', 8),
  row('2026-05', '2026-06', 'strand:race', 'yes', 0),
]
const told = toldFigures(rows, hertfordshire.statistics)
const ask = (from: string, to: string, ...filters: Filter[]) =>
  answer({ from, to, filters }, 'received', told, hertfordshire)

describe('an answer', () => {
  it.each<[string, string, Filter[], number]>([
    ['2025-04', '2026-03', [], 120],
    ['2025-05', '2025-07', [], 30],
    ['2025-12', '2026-06', [], 60],
    ['2025-04', '2026-03', [watford], 40],
    ['2025-04', '2025-05', [watford], 12],
    ['2025-04', '2026-03', [online, watford], 30],
    ['2026-05', '2026-06', [watford], 8],
    // None in both months together is none in either.
    ['2026-04', '2026-05', [race], 5],
    // No case in the year: no row.
    ['2025-04', '2026-03', [{ dimension: 'district', value: 'ended' }], 0],
  ])('from %s to %s by %j is %i', (from, to, filters, count) => {
    expect(ask(from, to, ...filters)).toEqual({ shown: true, count })
  })

  it.each<[string, string, Filter[], WhyHidden, number]>([
    ['2025-05', '2025-07', [watford], 'few', 6],
    ['2025-04', '2026-03', [hertsmere, online], 'few', 0],
    ['2026-04', '2026-05', [], 'part-of-period', 12],
    ['2026-06', '2026-06', [watford], 'part-of-period', 0],
    ['2025-04', '2026-02', [watford, online], 'needs-whole-years', 0],
    ['2026-04', '2027-03', [watford, online], 'not-yet', 0],
    ['2026-04', '2026-07', [], 'not-yet', 20],
    ['2026-04', '2026-07', [watford], 'not-yet', 8],
    ['2025-03', '2025-04', [], 'before-figures', 10],
    ['2025-04', '2026-03', [watford, online, race], 'too-fine', 0],
    ['2025-04', '2026-03', [{ dimension: 'kind', value: 'report' }, race], 'too-fine', 0],
    ['2025-04', '2026-03', [{ dimension: 'outcome', value: 'kept' }], 'not-divided', 0],
  ])('from %s to %s by %j is not shown: %s, at least %i', (from, to, filters, why, atLeast) => {
    expect(ask(from, to, ...filters)).toEqual({ shown: false, why, atLeast })
  })

  it('of a year whose end left too few is not shown, nor is any part of what is left', () => {
    const short = toldFigures(
      [
        ...monthsBetween('2025-04', '2026-02').flatMap((month) => [
          row(month, month, 'all', '', 9),
          row(month, month, 'district', 'watford', 9),
        ]),
        row('2026-03', '2026-03', 'all', '', null),
        row('2026-03', '2026-03', 'district', 'watford', null),
        whole('all', '', '', null),
        whole('district', 'watford', '', null),
      ],
      hertfordshire.statistics,
    )
    for (const filters of [[], [watford], [hertsmere]]) {
      const question = { from: '2025-04', to: '2026-03', filters }
      expect(answer(question, 'received', short, hertfordshire)).toMatchObject({ shown: false, why: 'few' })
    }
  })

  it('is not yet where nothing is told at all', () => {
    const nothing = toldFigures([], hertfordshire.statistics)
    const question = { from: '2025-04', to: '2026-03', filters: [] }
    expect(answer(question, 'closed', nothing, hertfordshire)).toEqual({
      shown: false,
      why: 'not-yet',
      atLeast: 0,
    })
  })
})

describe('a breakdown', () => {
  it('answers for each value there is, those that only rows know among them', () => {
    const more = toldFigures([...rows, whole('district', 'atlantis', '', 9)], hertfordshire.statistics)
    const found = breakdown(
      { from: '2025-04', to: '2026-03', filters: [] },
      'district',
      'received',
      more,
      hertfordshire,
    )
    expect(found).toHaveLength(hertfordshire.districts.length + 2)
    expect(found.find(({ value }) => value === 'watford')?.answer).toEqual({ shown: true, count: 40 })
    expect(found.at(-1)).toEqual({ value: 'atlantis', answer: { shown: true, count: 9 } })
  })

  it('counts as a filter', () => {
    const question = { from: '2025-04', to: '2026-03', filters: [online, race] }
    const found = breakdown(question, 'district', 'received', told, hertfordshire)
    expect(found.map(({ answer: one }) => !one.shown && one.why)).toEqual(found.map(() => 'too-fine'))
    expect(
      breakdown({ ...question, filters: [watford] }, 'district', 'received', told, hertfordshire),
    ).toEqual([{ value: 'watford', answer: { shown: true, count: 40 } }])
  })
})

describe('a trend', () => {
  it('has a place for each period that the months touch', () => {
    const found = trend(
      { from: '2026-03', to: '2026-05', filters: [watford] },
      'received',
      told,
      hertfordshire,
    )
    expect(
      found.map(({ first, last, answer: one }) => [first, last, one.shown ? one.count : one.why]),
    ).toEqual([
      ['2026-03', '2026-03', 'few'],
      ['2026-04', '2026-04', 'few'],
      ['2026-05', '2026-06', 8],
    ])
  })

  it('of two values at once has one for each year, and of part of one that is not over says that it must be whole', () => {
    const question = { from: '2025-09', to: addMonths('2025-09', 12), filters: [watford, online] }
    const found = trend(question, 'received', told, hertfordshire)
    expect(
      found.map(({ first, last, answer: one }) => [first, last, one.shown ? one.count : one.why]),
    ).toEqual([
      ['2025-04', '2026-03', 30],
      ['2026-04', '2026-09', 'needs-whole-years'],
    ])
  })
})
