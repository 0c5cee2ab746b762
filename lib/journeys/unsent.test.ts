import { expect, test } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { unsentOf } from './unsent'

const context = { force: hertfordshire, channel: 'online' } as const

test.each([
  ['nothing', {}, []],
  ['a journey without answers', { report: { answers: {} } }, []],
  ['the questions about the person', { equality: { answers: { ageGroup: '25-34' } } }, []],
  ['a report begun', { report: { answers: { role: 'victim' } } }, [{ id: 'report', slug: 'what' }]],
  [
    'both begun',
    { report: { answers: { role: 'on-behalf' } }, liaison: { answers: { reason: ['advice'] } } },
    [
      { id: 'report', slug: 'behalf' },
      { id: 'liaison', slug: 'words' },
    ],
  ],
])('unsent: %s', (_name, journeys, expected) => {
  expect(unsentOf(journeys, context)).toEqual(expected)
})
