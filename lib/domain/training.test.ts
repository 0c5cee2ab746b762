import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import {
  expiresOn,
  isPressing,
  readTraining,
  trainedUntil,
  trainingProblem,
  trainingStanding,
  trainingWarning,
} from './training'
import type { Training } from './training'

const today = '2026-11-21'
const topicOf = (id: string) => {
  const found = hertfordshire.training.topics.find((topic) => topic.id === id)
  if (found === undefined) throw new Error(`No topic ${id}`)
  return found
}
const course = (topic: string, end: string, withdrawn = false): Training => ({
  topic,
  completedOn: '2024-01-10',
  expiresOn: end,
  withdrawn,
})
const until = (...records: Training[]) => trainedUntil(records, hertfordshire)

describe('until when somebody is trained', () => {
  it.each<[string, Training[], string | null]>([
    ['never without any course', [], null],
    ['never where one required topic is missing', [course('liaison-role', '2027-05-01')], null],
    [
      'until the first of the required ends',
      [course('liaison-role', '2027-05-01'), course('hate-crime', '2027-02-01')],
      '2027-02-01',
    ],
    [
      'by the latest course in each',
      [
        course('liaison-role', '2027-05-01'),
        course('hate-crime', '2025-02-01'),
        course('hate-crime', '2028-02-01'),
      ],
      '2027-05-01',
    ],
    [
      'not by a course that is withdrawn',
      [
        course('liaison-role', '2027-05-01'),
        course('hate-crime', '2027-02-01'),
        course('hate-crime', '2029-01-01', true),
      ],
      '2027-02-01',
    ],
    [
      'whatever else they know',
      [
        course('liaison-role', '2027-05-01'),
        course('hate-crime', '2027-02-01'),
        course('gender-identity', '2024-01-01'),
      ],
      '2027-02-01',
    ],
    [
      'never by a topic that is none any more',
      [course('liaison-role', '2027-05-01'), course('given-up', '2027-02-01')],
      null,
    ],
  ])('is %s', (_, records, expected) => {
    expect(until(...records)).toBe(expected)
  })

  it('is never where the force requires nothing: nobody is let in by an empty list', () => {
    expect(
      trainedUntil([course('hate-crime', '2027-01-01')], { training: { topics: [], partners: [] } }),
    ).toBeNull()
  })

  const anyDay = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => new Date(days * 86_400_000 + 1_600_000_000_000).toISOString().slice(0, 10))
  const anyCourse: fc.Arbitrary<Training> = fc
    .record({
      topic: fc.constantFrom(...hertfordshire.training.topics.map(({ id }) => id), 'given-up'),
      days: fc.tuple(anyDay, anyDay),
      withdrawn: fc.boolean(),
    })
    .map(({ topic, days, withdrawn }) => {
      const [completedOn = today, end = today] = [...days].sort()
      return { topic, completedOn, expiresOn: end, withdrawn }
    })

  it('is the same in any order, never shorter for another course, and on that day every required topic counts', () => {
    fc.assert(
      fc.property(fc.array(anyCourse, { maxLength: 12 }), anyCourse, (records, another) => {
        const end = trainedUntil(records, hertfordshire)
        expect(trainedUntil(records.toReversed(), hertfordshire)).toBe(end)
        const longer = trainedUntil([...records, another], hertfordshire)
        if (end === null) return
        expect(longer !== null && longer >= end).toBe(true)
        for (const standing of trainingStanding(records, hertfordshire, end))
          if (standing.topic.required) expect(['due', 'in-date']).toContain(standing.state)
      }),
    )
  })
})

describe('how somebody stands in a topic', () => {
  it.each<[string, string | null, string, boolean]>([
    ['never', null, 'never', true],
    ['over since yesterday', '2026-11-20', 'lapsed', true],
    ['over for years', '2019-01-01', 'lapsed', true],
    ['ending today', '2026-11-21', 'due', true],
    ['ending in 90 days', '2027-02-19', 'due', true],
    ['ending in 91 days', '2027-02-20', 'in-date', false],
  ])('%s', (_, end, state, pressing) => {
    const records = end === null ? [] : [course('hate-crime', end)]
    const standing = trainingStanding(records, hertfordshire, today).find(
      ({ topic }) => topic.id === 'hate-crime',
    )
    expect(standing?.state).toBe(state)
    expect(standing !== undefined && isPressing(standing, today)).toBe(pressing)
  })

  it('is not pressing where nobody asks for it, until it was there and ends', () => {
    const pressing = (...records: Training[]) =>
      trainingStanding(records, hertfordshire, today).filter((standing) => isPressing(standing, today))
    expect(pressing().map(({ topic }) => topic.id)).toEqual(['liaison-role', 'hate-crime'])
    // Its own measure is 60 days: a supervisor sees it earlier.
    expect(
      pressing(course('gender-identity', '2027-02-10')).map(({ topic, state }) => [topic.id, state]),
    ).toContainEqual(['gender-identity', 'in-date'])
  })
})

it.each([
  [null, 'never'],
  ['2026-11-20', 'lapsed'],
  ['2026-11-21', 'due'],
  ['2027-02-19', 'due'],
  ['2027-02-20', null],
])('somebody trained until %s is told: %s', (until, expected) => {
  expect(trainingWarning(until, today)).toBe(expected)
})

describe('a course that is recorded', () => {
  const typed = { topic: 'hate-crime', completedOn: '2026-10-31', heldWith: ['bedfordshire'] }

  it.each([
    ['hate-crime', '2026-10-31', '2028-10-31'],
    ['liaison-role', '2024-02-29', '2027-02-28'],
    ['hate-crime', '2024-02-29', '2026-02-28'],
  ])('counts in %s from %s until %s', (topic, completed, end) => {
    expect(expiresOn(completed, topicOf(topic))).toBe(end)
  })

  it.each([
    ['a topic nobody knows', { topic: 'dancing' }, 'topic'],
    ['no topic', { topic: '' }, 'topic'],
    ['no day', { completedOn: '' }, 'not-a-day'],
    ['words', { completedOn: 'last week' }, 'not-a-day'],
    ['a day that is none', { completedOn: '2026-02-30' }, 'not-a-day'],
    ['a day by another form', { completedOn: '2026-11-01T10:00' }, 'not-a-day'],
    ['tomorrow', { completedOn: '2026-11-22' }, 'future'],
    ['the year 1999', { completedOn: '1999-12-31' }, 'too-early'],
    ['a force it was not held with', { heldWith: ['kent'] }, 'held-with'],
    ['the force itself', { heldWith: ['bedfordshire', 'hertfordshire'] }, 'held-with'],
  ])('is not taken with %s', (_, change, problem) => {
    expect(trainingProblem({ ...typed, ...change }, hertfordshire, today)).toBe(problem)
    expect(() => readTraining({ ...typed, ...change }, hertfordshire, today)).toThrow('invalid')
  })

  it.each(['2000-01-01', today])('is taken on %s', (completedOn) => {
    expect(trainingProblem({ ...typed, completedOn }, hertfordshire, today)).toBeNull()
  })

  it('names each force once', () => {
    const twice = ['bedfordshire', 'bedfordshire']
    expect(readTraining({ ...typed, heldWith: twice }, hertfordshire, today)).toEqual({
      ...typed,
      expiresOn: '2028-10-31',
    })
  })
})
