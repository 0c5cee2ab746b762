import * as z from 'zod/mini'
import type { Answer, Answers, ResolvedQuestion } from './definition'
import type { ErrorCode } from './error-code'
import type { AnswerSchema } from './kinds/kind'
import { kindOf } from './kinds/table'
import { missingWith } from './needed'
import type { FieldValues } from './view'

// Pages allow no `eval`; without this zod tries it once and the browser reports a violation.
z.config({ jitless: true })

/**
 * The schema of a step, for the server and for react-hook-form alike. Takes field values as posted; gives the step's
 * answers. Every issue has one of our error codes as its message and the question's id first in its path.
 * `today` is `YYYY-MM-DD`.
 *
 * Not an object with a check on the whole: that is not asked where one of the fields is wrong, and what is needed with an answer would be
 * said only once all else was right.
 */
export function stepSchema(
  questions: readonly ResolvedQuestion[],
  today: string,
): z.ZodMiniType<Answers, FieldValues> {
  const asked = questions.map((question) => ({ question, schema: kindOf(question).schema(question, today) }))
  return z.transform((posted: FieldValues, { issues }) => {
    const { right, wrong } = judged(asked, fieldsOf(posted))
    const missing = missingWith(questions, right).map((id): [string, ErrorCode] => [id, 'required'])
    // A question that is wrong by itself keeps its own code.
    for (const [id, message] of Object.entries({ ...Object.fromEntries(missing), ...wrong }))
      issues.push({ code: 'custom', path: [id], input: posted, message })
    return right
  })
}

interface Asked {
  readonly question: ResolvedQuestion
  readonly schema: AnswerSchema
}

/** Each question by itself: the answers that are right, and the codes of those that are not. */
function judged(asked: readonly Asked[], values: Readonly<Record<string, unknown>>) {
  const right: Record<string, Answer> = {}
  const wrong: Record<string, string> = {}
  for (const { question, schema } of asked) {
    const read = schema.safeParse(kindOf(question).gather(question, values))
    if (read.success) right[question.id] = read.data
    else wrong[question.id] = read.error.issues[0]?.message ?? 'invalid'
  }
  return { right, wrong }
}

/** What was posted, which may be anything. */
function fieldsOf(posted: unknown): Readonly<Record<string, unknown>> {
  return typeof posted === 'object' && posted !== null ? { ...posted } : {}
}
