import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forces } from '@/lib/force/forces'
import type { ResolvedQuestion } from '@/lib/journey/definition'
import { errorCodes } from '@/lib/journey/error-code'
import { kindOf } from '@/lib/journey/kinds/table'
import { parseStep, readFields } from '@/lib/journey/read'
import { stepSchema } from '@/lib/journey/schema'
import { leadFrom, walk } from '@/lib/journey/walk'
import type { Person } from '@/e2e/factories/imagined-people'
import { peopleOf } from '@/e2e/factories/imagined-people'

const people = peopleOf(Object.values(forces))

const today = '2026-03-10'
const codes: readonly string[] = errorCodes

/** Every question of every journey, as it is asked of somebody. */
const questions = distinct(fc.sample(people, { numRuns: 500, seed: 3 }))

function distinct(crowd: readonly Person[]): [string, ResolvedQuestion][] {
  const all = new Map<string, ResolvedQuestion>()
  for (const { journey, context, answers } of crowd) {
    for (const { questions } of walk(journey, answers, context).visits) {
      for (const question of questions) all.set(`${journey.id} ${JSON.stringify(question)}`, question)
    }
  }
  return [...all.values()].map((question) => [question.id, question])
}

const nasty = fc.constantFrom<unknown>(
  '\0',
  '\uD800',
  '\u202Egnp.exe',
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  "'; DROP TABLE submission; --",
  '=HYPERLINK("http://x")',
  '9'.repeat(400),
  'x'.repeat(1_000_000),
  `a@${'a.'.repeat(50_000)}`,
  'e\u0301'.repeat(20_000),
  ['not-an-option'],
  [['cat']],
  [null],
  [undefined, {}],
  new Array(10_000).fill('yes'),
  { length: 1, 0: 'yes' },
  Symbol.iterator,
  () => 'yes',
  Number.NaN,
  new Date(Number.NaN),
  10n,
)
const anything = fc.oneof(nasty, fc.anything(), fc.string({ unit: 'binary' }), fc.array(fc.string()))

describe('whatever is posted for a question', () => {
  test.each(questions)('%s gives an answer that fits, or one of our codes', (id, question) => {
    const schema = stepSchema([question], today)
    const names = kindOf(question).fields(question)
    fc.assert(
      fc.property(fc.array(anything, { minLength: names.length, maxLength: names.length }), (values) => {
        const result = schema.safeParse(Object.fromEntries(names.map((name, index) => [name, values[index]])))
        if (result.success) {
          const answer = result.data[id]
          if (answer === null) expect(question.optional).toBe(true)
          else expect(answer !== undefined && kindOf(question).holds(question, answer)).toBe(true)
        } else {
          expect(result.error.issues.map(({ path }) => path[0])).toContain(id)
          for (const { message } of result.error.issues) {
            expect(codes).toContain(message)
            expect(kindOf(question).codes(question)).toContain(message)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('what is not even a set of fields is refused by our codes or taken as blank', () => {
  const asked = questions.map(([, question]) => question)
  fc.assert(
    fc.property(anything, (posted) => {
      const result = stepSchema(asked.slice(0, 5), today).safeParse(posted)
      if (!result.success) for (const { message } of result.error.issues) expect(codes).toContain(message)
    }),
  )
})

test('forms of any fields are read and judged without a throw, and forged options never become answers', () => {
  const fields = fc.array(
    fc.tuple(
      fc.constantFrom('role', 'whatHappened', 'whenDate-day', '__proto__', 'intent', 'role[]', 'outside'),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(people, fields, ({ journey, context, answers }, posted) => {
      for (const { questions } of walk(journey, answers, context).visits) {
        const read = readFields(questions, new URLSearchParams(posted))
        const known = questions.flatMap((question) => kindOf(question).fields(question))
        expect(Object.keys(read).filter((name) => !known.includes(name))).toEqual([])
        const parsed = parseStep(questions, read, today)
        if (!parsed.ok) for (const code of Object.values(parsed.errors)) expect(codes).toContain(code)
      }
    }),
    { numRuns: 50 },
  )
})

test('answers of any shape are walked without a throw, and only those that fit are relevant', () => {
  const stored = fc.dictionary(
    fc.constantFrom(...questions.map(([id]) => id), '__proto__', 'toString'),
    fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(null)),
  )
  fc.assert(
    fc.property(people, stored, ({ journey, context, answers }, odd) => {
      const { visits, relevant } = walk(journey, { ...answers, ...odd }, context)
      for (const { questions } of visits) {
        for (const question of questions) {
          const answer = relevant[question.id]
          if (answer === undefined) continue
          expect(answer === null ? question.optional : kindOf(question).holds(question, answer)).toBe(true)
          expect(leadFrom([question], relevant)).toBeUndefined()
        }
      }
    }),
  )
})
