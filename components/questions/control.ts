import type { FieldValues, QuestionView } from '@/lib/journey/view'

/** The words around every question, in the language of the page. */
export interface QuestionWords {
  /** Said before an error to people who hear the page. */
  readonly errorPrefix: string
  /** After the label of a question that may be left out. */
  readonly optional: string
  readonly day: string
  readonly month: string
  readonly year: string
  /** `{count}` stands for the number. */
  readonly charactersLeft: string
  readonly charactersOver: string
  readonly saved: string
  readonly notSaved: string
  readonly saveFailed: string
}

export type SaveState = 'unchanged' | 'waiting' | 'saved' | 'failed'

/** What every renderer of a question is given. */
export interface ControlProps {
  readonly view: QuestionView
  readonly values: FieldValues
  /** The sentence to show, when the last attempt did not fit. */
  readonly error: string | undefined
  /** True when this label is the main heading of the page. */
  readonly heading: boolean
  /** Whether to say that this may be left out: only where other questions on the page may not. */
  readonly markOptional: boolean
  /** The sentence under the main heading. */
  readonly lead: string | undefined
  readonly words: QuestionWords
  /** How background saving stands; absent where the page does not save by itself. */
  readonly saving: SaveState | undefined
  readonly language: string
}

/** The one value of a field, empty when nothing was typed. */
export function textOf(values: FieldValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** The values ticked under a name. */
export function ticksOf(values: FieldValues, name: string): readonly string[] {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** Ids of the hint and the error of a question, for `aria-describedby`; undefined when it has neither. */
export function describedBy({ view, error }: Pick<ControlProps, 'view' | 'error'>): string | undefined {
  const { id } = view.question
  const ids = [view.hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
  const joined = ids.filter((part) => part !== '').join(' ')
  return joined === '' ? undefined : joined
}

/** Where a link from the error summary leads: the first control of the question. */
export function targetOf({ question, fields }: QuestionView): string {
  return fields[0] ?? question.id
}
