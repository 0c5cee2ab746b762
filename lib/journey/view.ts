import type { ResolvedQuestion } from '@/lib/journey/definition'

/** What was typed or ticked, as the form fields hold it: `<id>` or, for a date, `<id>-day` and so on. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>

export interface OptionView {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** One question ready to draw: plain data, safe to hand to a browser. */
export interface QuestionView {
  readonly question: ResolvedQuestion
  readonly label: string
  readonly hint?: string
  readonly options?: readonly OptionView[]
  /** Names of its form fields: the id, or for a date one for each part. */
  readonly fields: readonly string[]
  /** The sentence for every error code this question can raise. */
  readonly errors: Readonly<Record<string, string>>
}

/** One step ready to draw: plain data in one language. */
export interface StepView {
  readonly journeyId: string
  readonly slug: string
  /** Heading of the page; when the step has one question its label is the heading. */
  readonly heading: string
  readonly lead?: string
  /** Short, neutral words for the browser's title bar. */
  readonly pageTitle: string
  readonly section: { readonly title: string; readonly part: number; readonly of: number }
  readonly backHref: string
  readonly action: string
  /** Where text is saved in the background; absent when nothing here is long. */
  readonly autosave?: string
  readonly questions: readonly QuestionView[]
  readonly values: FieldValues
  /** Question id to error code, from the last attempt. */
  readonly errors: Readonly<Record<string, string>>
  /** Answers to the fear beside the question: pairs of a heading and a sentence. */
  readonly asides: readonly { readonly title: string; readonly text: string }[]
}
