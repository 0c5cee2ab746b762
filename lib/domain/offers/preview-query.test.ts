import { expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { momentAt, readPreview } from './preview-query'

const districts = hertfordshire.districts.map(({ id }) => id)
const now = new Date('2026-10-20T12:00:00Z')

it('reads codes of the force, and nothing else', () => {
  const query = {
    district: 'stevenage',
    language: ['pl', 'klingon'],
    strand: 'race',
    specialism: ['young-people', 'faith-and-race'],
    risk: 'high',
    'leave-out': ['watford', '<b>'],
    at: '2026-10-26T09:00',
  }
  expect(readPreview(query, hertfordshire, districts)).toEqual({
    ...{ district: 'stevenage', languages: ['pl'], strands: ['race'], risk: 'high' },
    // Faith and race follow from what it is about, which is asked.
    specialisms: ['young-people'],
    ...{ excludedDistricts: ['watford'], moment: '2026-10-26T09:00', isAsked: true },
  })
})

it('is a case of which nothing is known where nothing is chosen', () => {
  expect(readPreview({}, hertfordshire, districts)).toEqual({
    ...{ district: null, languages: [], strands: [], specialisms: [], risk: 'medium', excludedDistricts: [] },
    ...{ moment: null, isAsked: false },
  })
  expect(readPreview({ risk: 'x', district: 'x', at: 'tomorrow' }, hertfordshire, districts)).toMatchObject({
    ...{ district: null, risk: 'medium', moment: 'tomorrow', isAsked: true },
  })
})

it('knows no district that is no more', () => {
  const query = { district: 'watford', 'leave-out': ['watford', 'stevenage'] }
  expect(readPreview(query, hertfordshire, ['stevenage'])).toMatchObject({
    ...{ district: null, excludedDistricts: ['stevenage'] },
  })
})

it.each([
  ['2026-10-24T09:00', '2026-10-24T08:00:00.000Z', null],
  ['2026-10-26T09:00', '2026-10-26T09:00:00.000Z', null],
  ['2026-10-19T09:00', now.toISOString(), 'past'],
  ['2027-10-19T09:00', now.toISOString(), 'too-far'],
  ['2026-13-45T09:00', now.toISOString(), 'no-moment'],
  ['2026-10-26T29:00', now.toISOString(), 'no-moment'],
  ['tomorrow', now.toISOString(), 'no-moment'],
  [null, now.toISOString(), null],
])('%s is %s, by the clock of the force: %s', (moment, expected, problem) => {
  const shown = momentAt(moment, hertfordshire, now)
  expect([shown.at.toISOString(), shown.problem]).toEqual([expected, problem])
})
