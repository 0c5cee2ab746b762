import { expect, test } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { defineJourney } from './definition'
import type { Answers, JourneyContext, ResolvedQuestion } from './definition'
import { parseStep } from './read'
import { walk } from './walk'

const context: JourneyContext = { force: hertfordshire, channel: 'online' }
const questions = [
  { id: 'then', kind: 'radios', options: ['wait', 'say'], optional: true },
  {
    ...({ id: 'words', kind: 'text', maxLength: 10, optional: true } as const),
    neededWith: { question: 'then', answer: 'say' },
  },
] as const satisfies readonly ResolvedQuestion[]
const journey = defineJourney({ id: 'doors', version: 1, steps: [{ slug: 'door', section: 'a', questions }] })

test.each<[Answers, boolean]>([
  [{ then: 'say', words: null }, false],
  [{ then: 'say', words: 'a parcel' }, true],
  [{ then: 'wait', words: null }, true],
  [{ then: null, words: null }, true],
])('with %j the step is answered: %s', (answers, isAnswered) => {
  const { frontier, relevant } = walk(journey, answers, context)
  expect(frontier === null).toBe(isAnswered)
  // What was stored so is shown all the same, the blank too.
  expect(relevant).toEqual(answers)
  const posted = Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, answer ?? '']))
  expect(parseStep(questions, posted, '2026-03-10')).toEqual(
    isAnswered ? { ok: true, answers } : { ok: false, errors: { words: 'required' } },
  )
})

test('words of nothing but spaces are none', () => {
  expect(parseStep(questions, { then: 'say', words: ' \t ' }, '2026-03-10')).toEqual({
    ok: false,
    errors: { words: 'required' },
  })
})

test('nothing is needed with a question that is not asked', () => {
  const [, words] = questions
  const left = defineJourney({ ...journey, steps: [{ slug: 'door', section: 'a', questions: [words] }] })
  expect(walk(left, { then: 'say', words: null }, context).frontier).toBeNull()
})
