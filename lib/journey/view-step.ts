import type { Translate } from '@/lib/i18n/translate'
import type { Answers, Journey, JourneyContext, ResolvedQuestion, Step } from './definition'
import { kindOf } from './kinds/table'
import type { FieldValues, OptionView, QuestionView, StepView } from './view'
import { stepBefore, visitOf, walk } from './walk'
import type { Visit, Walked } from './walk'
import type { StepWords } from './wording'
import {
  asidesOf,
  errorOf,
  headingOf,
  labelOf,
  optionHintOf,
  optionOf,
  sectionTitle,
  stepWords,
} from './wording'

/** A text longer than this is saved in the background as it is typed. */
const longText = 1000

export interface ViewRequest {
  readonly journey: Journey
  readonly step: Step
  readonly answers: Answers
  /** What was posted last and refused. */
  readonly attempt?:
    { readonly values: FieldValues; readonly errors: Readonly<Record<string, string>> } | undefined
  readonly context: JourneyContext
  readonly t: Translate
  /** Address of the journey, for example `/cy/report`. */
  readonly base: string
  /** Where "Back" leads from the first step; the folder above `base` when absent. */
  readonly before?: string
}

/** A step as plain data in one language, ready to draw. Throws when the step does not apply to these answers. */
export function viewStep(request: ViewRequest): StepView {
  const { journey, step, answers, attempt, context, t, base } = request
  const walked = walk(journey, answers, context)
  const visit = visitOf(walked, step.slug)
  if (visit === undefined) throw new Error(`Step ${step.slug} of ${journey.id} does not apply here.`)
  const words = stepWords(journey.id, visit, context, t)
  const lead = words.maybe(`steps.${step.slug}.lead`)
  return {
    journeyId: journey.id,
    slug: step.slug,
    heading: headingOf(words, visit.questions),
    ...(lead === undefined ? {} : { lead }),
    pageTitle: words.say(`steps.${step.slug}.title`),
    section: sectionView(walked, request),
    backHref: backHref(walked, request),
    action: `${base}/${step.slug}/answer`,
    ...(visit.questions.some(isLong) ? { autosave: `${base}/${step.slug}/autosave` } : {}),
    questions: visit.questions.map((question) => questionView(words, question)),
    values: attempt?.values ?? filled(visit, answers),
    errors: attempt?.errors ?? {},
    asides: asidesOf(words),
  }
}

function isLong(question: ResolvedQuestion): boolean {
  return question.kind === 'text' && question.maxLength > longText
}

function sectionView(walked: Walked, { journey, step, context, t }: ViewRequest): StepView['section'] {
  const sections = [...new Set(walked.steps.map(({ section }) => section))]
  return {
    title: sectionTitle(journey.id, step.section, context, t),
    part: sections.indexOf(step.section) + 1,
    of: sections.length,
  }
}

function backHref(walked: Walked, { step, base, before }: ViewRequest): string {
  const previous = stepBefore(walked, step.slug)
  if (previous !== null) return `${base}/${previous.slug}`
  return before ?? (base.slice(0, base.lastIndexOf('/')) || '/')
}

/** Answers kept for this step as field values; those whose options have gone are left out. */
function filled(visit: Visit, answers: Answers): FieldValues {
  const values = visit.questions.map((question) => {
    const answer = answers[question.id]
    const fits = answer !== undefined && answer !== null && kindOf(question).holds(question, answer)
    return fits ? kindOf(question).fill(question, answer) : {}
  })
  return Object.assign({}, ...values) as FieldValues
}

/** A question with its words, ready to draw. */
export function questionView(words: StepWords, question: ResolvedQuestion): QuestionView {
  const kind = kindOf(question)
  const hint = words.maybe(`${question.id}.hint`)
  return {
    question,
    label: labelOf(words, question),
    ...(hint === undefined ? {} : { hint }),
    ...('options' in question
      ? { options: question.options.map((value) => optionView(words, question, value)) }
      : {}),
    fields: kind.fields(question),
    errors: Object.fromEntries(kind.codes(question).map((code) => [code, errorOf(words, question, code)])),
  }
}

function optionView(words: StepWords, question: ResolvedQuestion, value: string): OptionView {
  const label = optionOf(words, question, value)
  const hint = optionHintOf(words, question, value)
  return hint === undefined ? { value, label } : { value, label, hint }
}
