import { expect, it } from 'vitest'
import type { Answer } from '@/lib/domain/figures/answer'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { translator } from '@/lib/i18n/translate'
import { chartOf } from './chart-of'
import { totalWords } from './figure-words'
import type { FigureWords } from './figure-words'

const words: FigureWords = {
  ...{ speech: { language: 'en-GB', t: translator('en') }, districts: new Map(), yearBegins: 4 },
  year: { begins: 'April', ends: 'March' },
}
const none: Answer = { shown: true, count: 0 }
const hidden = (why: 'not-yet' | 'not-divided'): Answer => ({ shown: false, why, atLeast: 0 })

function table(total: Answer, cells: readonly Answer[]): FigureTable {
  return {
    ...{ id: 'trend', measure: 'received', total, totalBefore: total, totalEarlier: null, months: 3 },
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

it.each([
  [
    1,
    '12, against 14 in the same month a year before: no clear change. Against 9 in the month before: no clear change.',
  ],
  [
    3,
    '12, against 14 in the same months a year before: no clear change. Against 9 in the 3 months just before: no clear change.',
  ],
])('%i months are compared in words that are theirs', (months, said) => {
  const [total, totalBefore, totalEarlier] = [12, 14, 9].map((count): Answer => ({ shown: true, count }))
  const compared = { ...table(total ?? none, []), months, totalBefore: totalBefore ?? none }
  expect(totalWords({ ...compared, totalEarlier: totalEarlier ?? null }, words.speech)).toBe(said)
  const alone = { ...compared, totalBefore: hidden('not-yet'), totalEarlier: null }
  expect(totalWords(alone, words.speech)).toBe(`12 in ${months === 1 ? 'this month' : 'these months'}.`)
})

it('of two things at once without a whole year nobody is told to choose one', () => {
  const years: Answer = { shown: false, why: 'needs-whole-years', atLeast: 0 }
  const crossed = { ...table(none, [years]), id: 'endings' as const }
  expect(chartOf(crossed, words).note).toContain(
    'none that these months lie in, nor the one before, is published',
  )
  expect(chartOf(crossed, words).note).not.toContain('choose April to March')
  expect(chartOf(table(none, [years]), words).note).toContain('choose April to March')
})

it('what is not shown is said together, where it is told', () => {
  expect(chartOf({ ...table(none, [none]), rest: 12 }, words).note).toContain('adds up to 12.')
})

it('what is most is of those that are shown, unless all are', () => {
  const many: Answer = { shown: true, count: 1_234 }
  expect(chartOf(table(many, [none, many]), words).summary).toBe('Most: October 2026, 1,234.')
  const some = chartOf(table(many, [many, { shown: false, why: 'few', atLeast: 0 }]), words)
  expect(some.summary).toBe('Most of those that are shown: October 2026, 1,234.')
})
