import { expect, it } from 'vitest'
import type { Answer } from '@/lib/domain/figures/answer'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { translator } from '@/lib/i18n/translate'
import { chartOf } from './chart-of'
import type { FigureWords } from './figure-words'

const words: FigureWords = {
  ...{ speech: { language: 'en-GB', t: translator('en') }, districts: new Map(), yearBegins: 4 },
  year: { begins: 'April', ends: 'March' },
}
const none: Answer = { shown: true, count: 0 }
const hidden = (why: 'not-yet' | 'not-divided'): Answer => ({ shown: false, why, atLeast: 0 })

function table(total: Answer, cells: readonly Answer[]): FigureTable {
  return {
    ...{ id: 'trend', measure: 'received', total, totalBefore: total, totalEarlier: null },
    cells: cells.map((answer) => ({ key: ['2026-10', '2026-10'], answer, before: answer })),
  }
}

it('of months that are not published it is not said that there was nothing', () => {
  const { summary, empty, note } = chartOf(table(hidden('not-yet'), []), words)
  expect(summary).toContain('That does not mean that there are none.')
  expect(empty).toBe(summary)
  expect(note).toBe('The total is not shown. Some of these months are not published yet.')
})

it('of months of which all is told, and is none, it is', () => {
  expect(chartOf(table(none, [none]), words).summary).toBe('Nothing of this in these months.')
})

it('a filter that a measure is not divided by is called that', () => {
  const { note } = chartOf(table(hidden('not-divided'), [hidden('not-divided')]), words)
  expect(note).toContain('is not divided by a filter that was chosen')
})
