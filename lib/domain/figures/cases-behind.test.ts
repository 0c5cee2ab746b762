import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { monitoredStrands } from '../words'
import type { Answer, WhyHidden } from './answer'
import { casesBehind } from './cases-behind'
import { dimensionsOf, measures } from './measures'
import type { Filter, Question } from './question'
import { questionOf } from './tables'
import type { FigureTableId } from './tables'
import { valuesOf } from './values'

const known = {
  districts: hertfordshire.districts.map(({ id }) => id),
  strands: [...monitoredStrands, ...hertfordshire.extraStrands],
  dispositions: valuesOf('disposition', hertfordshire),
  thisMonth: '2026-11',
}
const year: Question = { from: '2025-04', to: '2026-03', filters: [] }
const told: Answer = { shown: true, count: 12 }
const behind = (filters: readonly Filter[], more: Partial<Question> = {}) =>
  casesBehind({ ...year, ...more, filters }, 'received', told, known)

describe('the cases behind a number', () => {
  it.each<[string, readonly Filter[], string | null]>([
    ['everything', [], 'from=2025-04&until=2026-03'],
    [
      'a district',
      [{ dimension: 'district', value: 'dacorum' }],
      'district=dacorum&from=2025-04&until=2026-03',
    ],
    [
      'no district',
      [{ dimension: 'district', value: 'unknown' }],
      'district=unknown&from=2025-04&until=2026-03',
    ],
    ['a strand', [{ dimension: 'strand:race', value: 'yes' }], 'strand=race&from=2025-04&until=2026-03'],
    [
      'a way in',
      [{ dimension: 'channel', value: 'phone-101' }],
      'channel=phone-101&from=2025-04&until=2026-03',
    ],
    ['without a strand', [{ dimension: 'strand:race', value: 'no' }], null],
    [
      'two strands',
      [
        { dimension: 'strand:race', value: 'yes' },
        { dimension: 'strand:religion', value: 'yes' },
      ],
      null,
    ],
    ['a district that is none', [{ dimension: 'district', value: 'atlantis' }], null],
  ])('are those of %s', (_, filters, query) => {
    expect(behind(filters)).toBe(query)
  })

  it('are listed by a fact of a case alone, of what came, fell due or was closed', () => {
    const listed = ['district', 'kind', 'channel', 'risk']
    for (const measure of measures)
      for (const dimension of dimensionsOf(measure, hertfordshire))
        for (const value of valuesOf(dimension, hertfordshire)) {
          const own = new Map<string, string>([
            ['promised', 'outcome'],
            ['closed', 'disposition'],
          ]).get(measure)
          const isListed =
            ['received', 'promised', 'closed'].includes(measure) &&
            (listed.includes(dimension) ||
              dimension === own ||
              (dimension.startsWith('strand:') && value === 'yes'))
          const query = casesBehind({ ...year, filters: [{ dimension, value }] }, measure, told, known)
          expect(query !== null, `${measure} by ${dimension}: ${value}`).toBe(isListed)
        }
  })

  it.each([
    'few',
    'part-of-period',
    'needs-whole-years',
    'not-divided',
    'too-fine',
    'not-yet',
    'before-figures',
  ] as const)('are not led to where the number is hidden: %s', (why: WhyHidden) => {
    fc.assert(
      fc.property(fc.nat(), (atLeast) => {
        expect(casesBehind(year, 'received', { shown: false, why, atLeast }, known)).toBeNull()
      }),
    )
  })

  it('are not led to where there are none, or where the queue has no such months', () => {
    expect(casesBehind(year, 'received', { shown: true, count: 0 }, known)).toBeNull()
    expect(behind([], { to: '2026-12' })).toBeNull()
    expect(behind([], { from: '2016-03' })).toBeNull()
  })
})

describe('what a cell of a table asks by itself', () => {
  const narrowed: Question = { ...year, filters: [{ dimension: 'district', value: 'dacorum' }] }
  it.each<[FigureTableId, readonly string[], Question]>([
    ['trend', ['2025-06', '2025-08'], { ...narrowed, from: '2025-06', to: '2025-08' }],
    ['district', ['dacorum'], narrowed],
    [
      'strands',
      ['race'],
      { ...narrowed, filters: [...narrowed.filters, { dimension: 'strand:race', value: 'yes' }] },
    ],
    [
      'channel',
      ['online'],
      { ...narrowed, filters: [...narrowed.filters, { dimension: 'channel', value: 'online' }] },
    ],
    [
      'week',
      ['1', '5'],
      {
        ...narrowed,
        filters: [
          ...narrowed.filters,
          { dimension: 'weekday', value: '1' },
          { dimension: 'daypart', value: '5' },
        ],
      },
    ],
  ])('%s %j', (id, key, question) => {
    expect(questionOf(id, key, narrowed)).toEqual(question)
  })
})
