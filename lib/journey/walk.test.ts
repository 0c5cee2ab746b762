import { describe, expect, test } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Answers, JourneyContext } from './definition'
import { defineJourney } from './definition'
import { leadFrom, mayVisit, stepAfter, stepBefore, visitOf, walk } from './walk'

const context: JourneyContext = { force: hertfordshire, channel: 'online' }

const picnic = defineJourney({
  id: 'picnic',
  version: 1,
  steps: [
    { slug: 'weather', section: 'a', questions: [{ id: 'sky', kind: 'radios', options: ['sun', 'rain'] }] },
    {
      slug: 'shelter',
      section: 'a',
      when: (earlier) => earlier.sky === 'rain',
      questions: [{ id: 'tent', kind: 'text', maxLength: 10, optional: true }],
    },
    {
      slug: 'stay',
      section: 'a',
      when: (earlier) => earlier.sky === 'rain',
      questions: [
        {
          id: 'stay',
          kind: 'radios',
          options: ['yes', 'home', 'again'],
          leads: { home: { to: 'away' }, again: { to: 'step', slug: 'weather' } },
        },
      ],
    },
    {
      slug: 'food',
      section: 'b',
      questions: [
        {
          id: 'food',
          kind: 'checkboxes',
          options: (earlier) => (earlier.sky === 'rain' ? ['soup', 'tea'] : ['salad', 'tea']),
        },
        { id: 'ice', kind: 'radios', options: ['yes', 'no'], when: (earlier) => earlier.sky === 'sun' },
      ],
    },
  ],
})

describe('where a person has got to', () => {
  test.each<[string, Answers, string | null, string[]]>([
    ['nothing said', {}, 'weather', []],
    ['a step done', { sky: 'sun' }, 'food', ['sky']],
    ['a step half done', { sky: 'sun', food: ['tea'] }, 'food', ['sky', 'food']],
    ['all done', { sky: 'sun', food: ['tea'], ice: 'no' }, null, ['sky', 'food', 'ice']],
    ['never asked is not the same as left blank', { sky: 'rain' }, 'shelter', ['sky']],
    ['left blank', { sky: 'rain', tent: null }, 'stay', ['sky', 'tent']],
    ['a required answer left blank', { sky: null }, 'weather', []],
    ['an answer that leads away', { sky: 'rain', tent: null, stay: 'home' }, 'stay', ['sky', 'tent']],
    [
      'answers of a branch not taken',
      { sky: 'sun', tent: 'big', food: ['tea'], ice: 'no' },
      null,
      ['sky', 'food', 'ice'],
    ],
    ['an option that has gone', { sky: 'sun', food: ['soup'], ice: 'no' }, 'food', ['sky', 'ice']],
    ['an option that never was', { sky: 'snow' }, 'weather', []],
    ['a gap, with later answers kept', { food: ['tea'] }, 'weather', ['food']],
    ['names of no question', { sky: 'sun', toString: 'x', __proto__: null }, 'food', ['sky']],
  ])('%s', (_name, answers, frontier, relevant) => {
    const walked = walk(picnic, answers, context)
    expect(walked.frontier?.slug ?? null).toBe(frontier)
    expect(Object.keys(walked.relevant)).toEqual(relevant)
  })
})

test('a question is asked, and its options made, by the answers of earlier steps alone', () => {
  const rain = visitOf(walk(picnic, { sky: 'rain', ice: 'yes' }, context), 'food')
  expect(rain?.questions).toEqual([{ id: 'food', kind: 'checkboxes', options: ['soup', 'tea'] }])
  const sun = visitOf(walk(picnic, { sky: 'sun' }, context), 'food')
  expect(sun?.questions.map(({ id }) => id)).toEqual(['food', 'ice'])
})

test('back, next and skipping ahead follow from the walk', () => {
  const walked = walk(picnic, { sky: 'rain', tent: null }, context)
  expect(walked.steps.map(({ slug }) => slug)).toEqual(['weather', 'shelter', 'stay', 'food'])
  expect(stepBefore(walked, 'weather')).toBeNull()
  expect(stepBefore(walked, 'food')?.slug).toBe('stay')
  expect(stepAfter(walked, 'weather')?.slug).toBe('shelter')
  expect(stepAfter(walked, 'unheard-of')?.slug).toBe('stay')
  expect(['weather', 'stay', 'food', 'unheard-of'].map((slug) => mayVisit(walked, slug))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('after a change made from the check page, the next step is whatever is still open, then the check page', () => {
  const done = { sky: 'sun', food: ['tea'], ice: 'no' } as const
  expect(stepAfter(walk(picnic, done, context), 'weather')).toBeNull()
  expect(stepAfter(walk(picnic, { ...done, sky: 'rain' }, context), 'weather')?.slug).toBe('shelter')
})

test('an answer may lead back or away', () => {
  const questions = visitOf(walk(picnic, { sky: 'rain' }, context), 'stay')?.questions ?? []
  expect(leadFrom(questions, { stay: 'home' })).toEqual({ to: 'away' })
  expect(leadFrom(questions, { stay: 'again' })).toEqual({ to: 'step', slug: 'weather' })
  expect(leadFrom(questions, { stay: 'yes' })).toBeUndefined()
  expect(leadFrom(questions, { stay: 'constructor' })).toBeUndefined()
})
