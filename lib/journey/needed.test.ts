import fc from 'fast-check'
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

const beside = [
  ...questions,
  { id: 'name', kind: 'text', maxLength: 5 },
  { id: 'day', kind: 'date', optional: true },
] as const satisfies readonly ResolvedQuestion[]

test('what is needed with an answer is said at once with all else that is wrong', () => {
  const posted = {
    then: 'say',
    words: '',
    name: 'too long',
    'day-day': '31',
    'day-month': '2',
    'day-year': '2026',
  }
  const errors = { words: 'required', name: 'too-long', day: 'not-a-date' }
  expect(parseStep(beside, posted, '2026-03-10')).toEqual({ ok: false, errors })
})

test('an answer that is wrong itself asks for nothing beside it', () => {
  const [, ...rest] = beside
  const then = { ...questions[0], options: ['wait'] } as const
  expect(parseStep([then, ...rest], { then: 'say', name: 'Sam' }, '2026-03-10')).toEqual({
    ok: false,
    errors: { then: 'not-an-option' },
  })
})

test('the errors of a step are those of each question alone, and of what is needed with what is right', () => {
  const said = (...values: readonly string[]) => fc.constantFrom('', ...values)
  const forms = fc.record({
    then: said('say', 'wait', 'horse'),
    words: said('a parcel', 'far too many words'),
    name: said('Sam', 'too long'),
    'day-day': said('9', '31'),
    'day-month': said('2'),
    'day-year': said('2026'),
  })
  fc.assert(
    fc.property(forms, (posted) => {
      const alone = beside.map((question) => parseStep([question], posted, '2026-03-10'))
      const own = Object.assign({}, ...alone.map((read) => (read.ok ? {} : read.errors))) as object
      const needed = posted.then === 'say' && posted.words === '' ? { words: 'required' } : {}
      const read = parseStep(beside, posted, '2026-03-10')
      expect(read.ok ? {} : read.errors).toEqual({ ...own, ...needed })
    }),
  )
})

test('nothing is needed with a question that is not asked', () => {
  const [, words] = questions
  const left = defineJourney({ ...journey, steps: [{ slug: 'door', section: 'a', questions: [words] }] })
  expect(walk(left, { then: 'say', words: null }, context).frontier).toBeNull()
})
