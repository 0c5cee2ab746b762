import type * as z from 'zod/mini'
import type { Answer, QuestionKind, ResolvedQuestion } from '../definition'
import type { ErrorCode } from '../error-code'
import type { FieldValues } from '../view'

export type QuestionOf<K extends QuestionKind> = ResolvedQuestion & { readonly kind: K }

/** What a kind needs of a language to write an answer down. */
export interface AnswerWords {
  option(value: string): string
  /** A day, given in milliseconds. */
  day(time: number): string
}

/** The schema of one question: takes whatever was posted for it, gives its answer, and fails with our codes only. */
export type AnswerSchema = z.ZodMiniType<Answer>

/** All that the engine knows about one kind of question. */
export interface Kind<Q> {
  /** Names of its fields in a form. */
  fields(question: Q): readonly string[]
  /** What the form holds for it, cleaned but not judged. */
  read(question: Q, form: URLSearchParams): FieldValues
  /** Its part of the field values, as its schema takes it. */
  gather(question: Q, values: Readonly<Record<string, unknown>>): unknown
  /** `today` is `YYYY-MM-DD`. */
  schema(question: Q, today: string): AnswerSchema
  /** The field values that show an answer again. */
  fill(question: Q, answer: Exclude<Answer, null>): FieldValues
  /** Whether an answer kept earlier still fits the question, whose options may have changed since. */
  holds(question: Q, answer: Exclude<Answer, null>): boolean
  format(question: Q, answer: Exclude<Answer, null>, words: AnswerWords): string
  codes(question: Q): readonly ErrorCode[]
}
