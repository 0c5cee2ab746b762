import * as z from 'zod/mini'
import type { Answer, ResolvedQuestion } from '../definition'
import type { ErrorCode } from '../error-code'
import { cleanLine } from '../clean-text'
import type { AnswerSchema, Kind } from './kind'

type StringCheck = Parameters<z.ZodMiniString['check']>[number]

/** A field posted as one text: the text, or null for everything that means "left blank". Other types pass unchanged. */
function oneText(raw: unknown, clean: (text: string) => string): unknown {
  if (raw === undefined || raw === null || raw === false) return null
  const value: unknown = Array.isArray(raw) && raw.length < 2 ? (raw[0] ?? '') : raw
  if (typeof value !== 'string') return value
  return clean(value) || null
}

/** Schema of a question answered by one text: null where it may be left blank, and the checks in their order. */
export function textSchema(
  question: ResolvedQuestion,
  checks: readonly StringCheck[],
  clean: (text: string) => string = cleanLine,
): AnswerSchema {
  const text = z
    .string({ error: (issue) => (issue.input === null ? 'required' : 'invalid') satisfies ErrorCode })
    .check(...checks)
  const incoming = z.transform((raw: unknown) => oneText(raw, clean) as string | null)
  return question.optional === true ? z.pipe(incoming, z.nullable(text)) : z.pipe(incoming, text)
}

/** Codes every such question shares. */
export function baseCodes(question: ResolvedQuestion): readonly ErrorCode[] {
  const isEverNeeded = question.optional !== true || question.neededWith !== undefined
  return isEverNeeded ? ['required', 'invalid'] : ['invalid']
}

/** Answers that are one string and are shown as they are. */
export function shownText(answer: Answer): string {
  return typeof answer === 'string' ? answer : ''
}

/** The columns of a kind whose form field is one text under the question's id. */
export function oneField(
  clean: (text: string) => string = cleanLine,
): Pick<Kind<ResolvedQuestion>, 'fields' | 'read' | 'gather' | 'fill'> {
  return {
    fields: (question) => [question.id],
    read: (question, form) => {
      const [posted, other] = new Set(form.getAll(question.id).slice(0, 1000).map(clean))
      if (posted === undefined) return {}
      // Two answers where one fits: neither is taken for the other. The schema refuses both.
      return { [question.id]: other === undefined ? posted : [posted, other] }
    },
    gather: (question, values) => values[question.id],
    fill: (question, answer) => ({ [question.id]: answer }),
  }
}

/**
 * A kind whose answer is one line of a certain form. `accept` gives the line as it is to be kept, or null; longer
 * lines than `longest` are refused unseen.
 */
export function lineKind(
  code: ErrorCode,
  longest: number,
  accept: (line: string) => string | null,
): Kind<ResolvedQuestion> {
  const kept = (line: string) => (line.length > longest ? null : accept(line))
  return {
    ...oneField(),
    schema: (question) => {
      const line = textSchema(question, [z.refine((text: string) => kept(text) !== null, code)])
      const normalise = z.transform((answer: Answer) => (typeof answer === 'string' ? kept(answer) : answer))
      return z.pipe(line, normalise)
    },
    holds: (_question, answer) => typeof answer === 'string' && kept(answer) !== null,
    format: (_question, answer) => shownText(answer),
    codes: (question) => [...baseCodes(question), code],
  }
}
