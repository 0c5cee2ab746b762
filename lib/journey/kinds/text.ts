import * as z from 'zod/mini'
import { cleanLine, cleanText } from '../clean-text'
import type { Kind, QuestionOf } from './kind'
import { baseCodes, oneField, shownText, textSchema } from './single-line'

type Text = QuestionOf<'text'>

const fits = ({ maxLength }: Text, text: string) => text.length <= maxLength
const cleanerOf = (question: Text) => (question.multiline === true ? cleanText : cleanLine)

/** Own words. Length is counted as a browser counts it, in UTF-16 units. */
export const text: Kind<Text> = {
  ...oneField(),
  read: (question, form) => oneField(cleanerOf(question)).read(question, form),
  // Not the library's own check, which counts emoji otherwise than browsers and `holds` do: what it took would not stand.
  schema: (question) =>
    textSchema(question, [z.refine((text: string) => fits(question, text), 'too-long')], cleanerOf(question)),
  holds: (question, answer) => typeof answer === 'string' && fits(question, answer),
  format: (_question, answer) => shownText(answer),
  codes: (question) => [...baseCodes(question), 'too-long'],
}
