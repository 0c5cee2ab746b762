import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { filtersInWords, narrowedWords, saidField } from './filter-words'
import type { FigureWords } from './figure-words'

const words: FigureWords = {
  speech: { language: 'en-GB', t: translator('en') },
  districts: new Map([['north-herts', 'North Herts']]),
  year: { begins: 'April', ends: 'March' },
  yearBegins: 4,
}

describe('what figures are narrowed to', () => {
  it.each([
    [{ from: '2026-01', to: '2026-01' }, 'January 2026, all cases.'],
    [
      { from: '2026-01', to: '2026-03', district: 'north-herts' },
      'January 2026 to March 2026. Only District: North Herts.',
    ],
    [
      { from: '2026-01', to: '2026-03', strand: 'not-race', weekday: '2', daypart: '0', kind: 'report' },
      'January 2026 to March 2026. Only Strand: not race; Day: Tuesday; Time of day: 0–4; Kind: Report.',
    ],
    [
      { from: '2026-01', to: '2026-01', repeat: 'yes', outcome: 'late', band: '7d', answer: 'no' },
      'January 2026. Only Was there before: In touch before; First promise: Late; Until people heard from us: Three to seven days; Agreed happened: It did not.',
    ],
  ])('%j is said: %s', (asked, said) => {
    expect(narrowedWords(asked, words)).toBe(said)
  })

  it('is said in files as on the page, not as it is kept', () => {
    const filters = [
      { dimension: 'strand:transgender-identity', value: 'yes' },
      { dimension: 'district', value: 'north-herts' },
    ] as const
    expect(filtersInWords({ from: '2026-01', to: '2026-01', filters }, words)).toBe(
      'Strand: Transgender identity; District: North Herts',
    )
    expect(filtersInWords({ from: '2026-01', to: '2026-01', filters: [] }, words)).toBe('')
  })

  it.each(['weekday', 'daypart', 'risk', 'kind', 'district', 'strand', 'outcome', 'answer'])(
    'a %s nobody has words for is said as it was typed',
    (field) => {
      expect(saidField(field, 'atlantis', words)).toBe('atlantis')
    },
  )
})
