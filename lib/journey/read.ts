import type { Answers, ResolvedQuestion } from './definition'
import { kindOf } from './kinds/table'
import { stepSchema } from './schema'
import type { FieldValues } from './view'

/** What a form holds for these questions: known names only, text cleaned. Nothing is judged yet. */
export function readFields(questions: readonly ResolvedQuestion[], form: URLSearchParams): FieldValues {
  return Object.assign(
    {},
    ...questions.map((question) => kindOf(question).read(question, form)),
  ) as FieldValues
}

/** Judges field values. Errors are one code per question id, the first that applies. `today` is `YYYY-MM-DD`. */
export function parseStep(
  questions: readonly ResolvedQuestion[],
  fields: FieldValues,
  today: string,
): { ok: true; answers: Answers } | { ok: false; errors: Record<string, string> } {
  const result = stepSchema(questions, today).safeParse(fields)
  if (result.success) return { ok: true, answers: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    errors[String(issue.path[0])] ??= issue.message
  }
  return { ok: false, errors }
}
