import { expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { completeAnswers } from '@/lib/journey/complete-answers'
import { findJourney } from '@/lib/journeys/find-journey'
import { presentInEnglish } from './present-in-english'

const force = forces.hertfordshire
const journey = findJourney('report')
if (force === undefined || journey === undefined) throw new Error('nothing to present')
const context = { force, channel: 'online' } as const
const answers = completeAnswers(
  journey,
  {
    role: 'witness',
    whatHappened: ['abuse'],
    account: 'Gwaeddodd o.',
    placeKind: 'online',
    contactChoice: 'anonymous',
  },
  context,
)
const sent = { journey: 'report', version: journey.version, answers }

it('puts questions and choices into English and leaves their own words', () => {
  const text = JSON.stringify(presentInEnglish(sent, context))
  expect(text).toContain('Shouting, name-calling or abuse')
  expect(text).toContain('Gwaeddodd o.')
})

it.each([
  ['another version of the journey', { ...sent, version: journey.version + 1 }],
  ['a journey that is gone', { ...sent, journey: 'gone' }],
  ['an answer it would not show', { ...sent, answers: { ...answers, gone: 'something' } }],
])('shows nothing rather than less, for %s', (_, other) => {
  expect(presentInEnglish(other, context)).toBeNull()
})
