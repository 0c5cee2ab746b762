import type { Answers, ResolvedQuestion } from './definition'

/** The questions of a step that were left blank, and are needed with what was answered beside them. */
export function missingWith(questions: readonly ResolvedQuestion[], answers: Answers): readonly string[] {
  const isAsked = (id: string) => questions.some((question) => question.id === id)
  return questions.flatMap(({ id, neededWith }) =>
    neededWith !== undefined &&
    isAsked(neededWith.question) &&
    answers[neededWith.question] === neededWith.answer &&
    (answers[id] ?? null) === null
      ? [id]
      : [],
  )
}
