import * as z from 'zod/mini'
import type { ErrorCode } from '../error-code'
import { cleanLine } from '../clean-text'
import type { AnswerSchema, Kind, QuestionOf } from './kind'
import { baseCodes } from './single-line'

type Checkboxes = QuestionOf<'checkboxes'>

/** Browsers give an array, a string for one tick, and nothing, `false` or null for none; react-hook-form gives all of these. */
function ticks(raw: unknown): unknown {
  if (raw === undefined || raw === null || raw === false || raw === '') return []
  if (typeof raw === 'string') return [raw]
  return Array.isArray(raw) ? raw.filter((tick: unknown) => tick !== false && tick !== '') : raw
}

function holdsTogether(question: Checkboxes, values: readonly string[]): boolean {
  return (
    question.exclusive === undefined || !values.includes(question.exclusive) || new Set(values).size === 1
  )
}

function schema(question: Checkboxes): AnswerSchema {
  const invalid: ErrorCode = 'invalid'
  const known = (values: readonly string[]) => values.every((value) => question.options.includes(value))
  const list = z.array(z.string(invalid), invalid).check(
    z.refine((values) => question.optional === true || values.length > 0, 'required'),
    z.refine(known, 'not-an-option'),
    z.refine((values) => holdsTogether(question, values), 'exclusive'),
  )
  const inOrder = z.transform((values: string[]) =>
    values.length === 0 ? null : question.options.filter((option) => values.includes(option)),
  )
  return z.pipe(
    z.pipe(
      z.transform((raw: unknown) => ticks(raw) as string[]),
      list,
    ),
    inOrder,
  )
}

/** Any of several options; kept in the order of the options, each once. */
export const checkboxes: Kind<Checkboxes> = {
  fields: (question) => [question.id],
  read: (question, form) => {
    // One more than there are options is enough to know that something forged is among them.
    const posted = new Set(form.getAll(question.id).slice(0, 1000).map(cleanLine))
    return { [question.id]: [...posted].slice(0, question.options.length + 1) }
  },
  gather: (question, values) => values[question.id],
  schema,
  fill: (question, answer) => ({ [question.id]: answer }),
  holds: (question, answer) =>
    Array.isArray(answer) &&
    answer.length > 0 &&
    answer.every((value: string) => question.options.includes(value)) &&
    holdsTogether(question, answer),
  format: (_question, answer, words) =>
    [answer]
      .flat()
      .map((value) => words.option(value))
      .join('\n'),
  codes: (question) => [
    ...baseCodes(question),
    'not-an-option',
    ...(question.exclusive === undefined ? [] : (['exclusive'] as const)),
  ],
}
