import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forces } from '@/lib/force/forces'
import { journeys } from '@/lib/journeys/find-journey'
import type { ResolvedQuestion } from '@/lib/journey/definition'
import { errorCodes } from '@/lib/journey/error-code'
import { kindOf } from '@/lib/journey/kinds/table'
import { parseStep, readFields } from '@/lib/journey/read'
import { walk } from '@/lib/journey/walk'
import { peopleOf } from '../../factories/imagined-people'
import { count, isFull } from '../figures'
import { everyNth, hostileValues } from '../sets/hostile-values'

const values = isFull ? hostileValues(10_500) : everyNth(hostileValues(1_500), 4)
const today = '2026-03-10'
const codes: readonly string[] = errorCodes
const words = { option: (value: string) => value, day: (time: number) => new Date(time).toISOString() }

/** One of each question that is ever asked, as it is asked of somebody. */
const questions = [...asked().values()]

function asked(): Map<string, ResolvedQuestion> {
  const all = new Map<string, ResolvedQuestion>()
  for (const { journey, context, answers } of fc.sample(peopleOf(Object.values(forces)), {
    numRuns: 300,
    seed: 5,
  })) {
    for (const visit of walk(journey, answers, context).visits)
      for (const question of visit.questions) all.set(`${journey.id} ${question.id}`, question)
  }
  return all
}

test('every question of every journey is tried', () => {
  const ids = journeys.flatMap(({ id, steps }) =>
    steps.flatMap((step) => step.questions.map((question) => `${id} ${question.id}`)),
  )
  expect(new Set(asked().keys())).toEqual(new Set(ids))
})

/** What is wrong with how a question took a value; null when nothing is. */
function faultOf(question: ResolvedQuestion, value: string): string | null {
  const form = new URLSearchParams(
    kindOf(question)
      .fields(question)
      .map((name) => [name, value]),
  )
  const parsed = parseStep([question], readFields([question], form), today)
  if (!parsed.ok) {
    const strange = Object.values(parsed.errors).filter((code) => !codes.includes(code))
    return strange.length === 0 ? null : `an error in words of others: ${strange.join()}`
  }
  const answer = parsed.answers[question.id]
  if (answer === undefined || answer === null)
    return question.optional === true ? null : 'a required answer is missing'
  if (!kindOf(question).holds(question, answer)) return 'what was taken does not hold'
  const shown = kindOf(question).format(question, answer, words)
  if (question.kind === 'text' && shown.length > question.maxLength) return 'a text longer than it may be'
  // Of what is kept: nothing PostgreSQL or a page could not hold.
  return shown.includes('\0') || !shown.isWellFormed() || shown.normalize('NFC') !== shown
    ? 'a text that cannot be kept'
    : null
}

test(`${String(values.length)} hostile values through every question are taken clean or refused by our own codes`, () => {
  const faults: string[] = []
  for (const question of questions) {
    for (const value of values) {
      const fault = faultOf(question, value)
      if (fault !== null) faults.push(`${question.id}: ${fault}: ${JSON.stringify(value).slice(0, 80)}`)
    }
  }
  count('values taken through every field in process', values.length * questions.length)
  expect(faults.slice(0, 20)).toEqual([])
})
