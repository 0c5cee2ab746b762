import * as z from 'zod/mini'
import type { Kind, QuestionOf } from './kind'
import { baseCodes, oneField, shownText, textSchema } from './single-line'

/** One of several options. */
export const radios: Kind<QuestionOf<'radios'>> = {
  ...oneField(),
  schema: (question) =>
    textSchema(question, [z.refine((value: string) => question.options.includes(value), 'not-an-option')]),
  holds: (question, answer) => typeof answer === 'string' && question.options.includes(answer),
  format: (_question, answer, words) => words.option(shownText(answer)),
  codes: (question) => [...baseCodes(question), 'not-an-option'],
}
