import * as z from 'zod/mini'
import type { Answers, ResolvedQuestion } from './definition'
import type { ErrorCode } from './error-code'
import { kindOf } from './kinds/table'
import { missingWith } from './needed'
import type { FieldValues } from './view'

// Pages allow no `eval`; without this zod tries it once and the browser reports a violation.
z.config({ jitless: true })

/**
 * The schema of a step, for the server and for react-hook-form alike. Takes field values as posted; gives the step's
 * answers. Every issue has one of our error codes as its message and the question's id first in its path.
 * `today` is `YYYY-MM-DD`.
 */
export function stepSchema(
  questions: readonly ResolvedQuestion[],
  today: string,
): z.ZodMiniType<Answers, FieldValues> {
  const shape = Object.fromEntries(
    questions.map((question) => [question.id, kindOf(question).schema(question, today)]),
  )
  const byQuestion = z.transform((posted: FieldValues) => gathered(questions, posted))
  const together = z.object(shape, 'invalid').check(({ value, issues }) => {
    for (const id of missingWith(questions, value))
      issues.push({ code: 'custom', path: [id], input: value, message: 'required' satisfies ErrorCode })
  })
  return z.pipe(byQuestion, together)
}

function gathered(questions: readonly ResolvedQuestion[], posted: unknown): Record<string, unknown> {
  const values = typeof posted === 'object' && posted !== null ? { ...posted } : {}
  return Object.fromEntries(
    questions.map((question) => [question.id, kindOf(question).gather(question, values)]),
  )
}
