import { expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { momentAt, readPreview } from './preview-query'

const now = new Date('2026-10-20T12:00:00Z')

it('reads codes of the force, and nothing else', () => {
  const query = {
    district: 'stevenage',
    language: ['pl', 'klingon'],
    strand: 'race',
    risk: 'high',
    'leave-out': ['watford', '<b>'],
    at: '2026-10-26T09:00',
  }
  expect(readPreview(query, hertfordshire)).toEqual({
    ...{ district: 'stevenage', languages: ['pl'], strands: ['race'], risk: 'high' },
    ...{ excludedDistricts: ['watford'], moment: '2026-10-26T09:00', isAsked: true },
  })
})

it('is a case of which nothing is known where nothing is chosen', () => {
  expect(readPreview({}, hertfordshire)).toEqual({
    ...{ district: null, languages: [], strands: [], risk: 'medium', excludedDistricts: [] },
    ...{ moment: null, isAsked: false },
  })
  expect(readPreview({ risk: 'x', district: 'x', at: 'tomorrow' }, hertfordshire)).toMatchObject({
    ...{ district: null, risk: 'medium', moment: null, isAsked: true },
  })
})

it.each([
  ['2026-10-24T09:00', '2026-10-24T08:00:00.000Z'],
  ['2026-10-26T09:00', '2026-10-26T09:00:00.000Z'],
  ['2026-10-19T09:00', now.toISOString()],
  ['2027-10-19T09:00', now.toISOString()],
  ['2026-13-45T09:00', now.toISOString()],
  ['2026-10-26T29:00', now.toISOString()],
  [null, now.toISOString()],
])('%s is %s, by the clock of the force', (moment, expected) => {
  expect(momentAt(moment, hertfordshire, now).toISOString()).toBe(expected)
})
