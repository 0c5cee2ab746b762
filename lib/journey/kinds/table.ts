import type { QuestionKind, ResolvedQuestion } from '../definition'
import { checkboxes } from './checkboxes'
import { date } from './date'
import type { Kind, QuestionOf } from './kind'
import { email, phone, postcode, time } from './lines'
import { radios } from './radios'
import { text } from './text'

/** One row per kind of question. A new kind is a row here and a component in `components/questions`. */
const kinds: { readonly [K in QuestionKind]: Kind<QuestionOf<K>> } = {
  text,
  radios,
  checkboxes,
  date,
  time,
  postcode,
  email,
  phone,
}

/** The row of a question. Give it no other question than this one: its functions rely on the kind. */
export function kindOf(question: ResolvedQuestion): Kind<ResolvedQuestion> {
  return kinds[question.kind]
}
