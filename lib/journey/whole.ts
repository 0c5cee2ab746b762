import type { Answers, Journey, JourneyContext, ResolvedQuestion, Step } from './definition'
import { parseStep, readFields } from './read'
import { resolveQuestions } from './resolve'
import type { Translate } from '@/lib/i18n/translate'
import type { FieldValues, QuestionView } from './view'
import { questionView } from './view-step'
import { headingOf, stepWords } from './wording'

/** One step of a journey that is drawn on one page. */
export interface PartView {
  readonly slug: string
  readonly heading: string
  readonly questions: readonly QuestionView[]
}

/** Every step of a journey with every question it could ask, for a page that has all of them at once. */
export function viewWhole(journey: Journey, context: JourneyContext, t: Translate): readonly PartView[] {
  return journey.steps.map((step) => {
    const words = stepWords(journey.id, { step, earlier: {} }, context, t)
    const questions = everyQuestion(step, context)
    return {
      slug: step.slug,
      heading: headingOf(words, questions),
      questions: questions.map((question) => questionView(words, question)),
    }
  })
}

/** What was posted of a whole journey. */
interface WholeRead {
  /** Of the steps and questions that apply, by the same rules as page by page. What does not apply is not among them. */
  readonly answers: Answers
  /** All that was typed, also where it does not apply. */
  readonly values: FieldValues
  /** Question id to error code. */
  readonly errors: Readonly<Record<string, string>>
}

/** Reads a form that holds a whole journey. `today` is `YYYY-MM-DD`. */
export function readWhole(
  journey: Journey,
  form: URLSearchParams,
  context: JourneyContext,
  today: string,
): WholeRead {
  let read: WholeRead = { answers: {}, values: {}, errors: {} }
  for (const step of journey.steps) read = readPart(read, step, form, context, today)
  return read
}

function readPart(
  { answers, values, errors }: WholeRead,
  step: Step,
  form: URLSearchParams,
  context: JourneyContext,
  today: string,
): WholeRead {
  const typed = { ...values, ...readFields(everyQuestion(step, context), form) }
  if (!(step.when?.(answers, context) ?? true)) return { answers, values: typed, errors }
  const questions = resolveQuestions(step, answers, context)
  const parsed = parseStep(questions, readFields(questions, form), today)
  return parsed.ok
    ? { answers: { ...answers, ...parsed.answers }, values: typed, errors }
    : { answers, values: typed, errors: { ...errors, ...parsed.errors } }
}

function everyQuestion(step: Step, context: JourneyContext): readonly ResolvedQuestion[] {
  const questions = step.questions.map((question) => ({ ...question, when: () => true }))
  return resolveQuestions({ ...step, questions }, {}, context)
}
