import type { Translate } from '@/lib/i18n/translate'
import type { JourneyContext, ResolvedQuestion, Step } from './definition'
import type { ErrorCode } from './error-code'
import type { AnswerWords } from './kinds/kind'
import type { Visit } from './walk'

/** Looks up the texts of one visited step in one language. Keys are made here and nowhere else. */
export interface StepWords {
  readonly step: Step
  readonly context: JourneyContext
  /** The text of a key below the step's namespace. */
  say(key: string, more?: Readonly<Record<string, string | number>>): string
  has(key: string): boolean
  /** The same where the text may be left out, or be empty for some answers. */
  maybe(key: string): string | undefined
  readonly t: Translate
}

/** Every text of a step may use `{force}` and `{area}`, and what the step itself adds. */
export function stepWords(
  journeyId: string,
  visit: Pick<Visit, 'step' | 'earlier'>,
  context: JourneyContext,
  t: Translate,
): StepWords {
  const { step, earlier } = visit
  const namespace = step.messages ?? journeyId
  const values = { ...forceValues(context), ...step.values?.(earlier, context) }
  const say: StepWords['say'] = (key, more) => t(`${namespace}.${key}`, { ...values, ...more })
  const has = (key: string) => t.has(`${namespace}.${key}`)
  const maybe = (key: string) => (has(key) && say(key)) || undefined
  return { step, context, say, has, maybe, t }
}

function forceValues({ force }: JourneyContext): Record<string, string> {
  return { force: force.name, area: force.area }
}

/** Title of a section of a journey. */
export function sectionTitle(
  journeyId: string,
  section: string,
  context: JourneyContext,
  t: Translate,
): string {
  return t(`${journeyId}.sections.${section}`, forceValues(context))
}

/** Heading of a page: the label where one question is all there is. */
export function headingOf(words: StepWords, questions: readonly ResolvedQuestion[]): string {
  const [only, second] = questions
  return only !== undefined && second === undefined
    ? labelOf(words, only)
    : words.say(`steps.${words.step.slug}.heading`)
}

export function labelOf(words: StepWords, question: ResolvedQuestion): string {
  return words.say(`${question.id}.label`)
}

/** Label of an option: from the force's data where the question says so, else from the catalogue. */
export function optionOf(words: StepWords, question: ResolvedQuestion, value: string): string {
  const text = definedChoice(words, question)?.optionText?.(value, words.context)
  return text ?? words.say(`${question.id}.option.${value}`)
}

/** Hint of an option, likewise; most have none. */
export function optionHintOf(
  words: StepWords,
  question: ResolvedQuestion,
  value: string,
): string | undefined {
  const text = definedChoice(words, question)?.optionHint?.(value, words.context)
  return text ?? words.maybe(`${question.id}.optionHint.${value}`)
}

function definedChoice(words: StepWords, { id }: ResolvedQuestion) {
  const defined = words.step.questions.find((question) => question.id === id)
  return defined !== undefined && 'options' in defined ? defined : undefined
}

/** The sentence for an error: the question's own, else the general one. */
export function errorOf(words: StepWords, question: ResolvedQuestion, code: ErrorCode): string {
  const limit = question.kind === 'text' ? { max: question.maxLength } : undefined
  const own = `${question.id}.error.${code}`
  return words.has(own) ? words.say(own, limit) : words.t(`form.error.${code}`, limit)
}

/** Pairs of a heading and a text, numbered from 1. */
export function asidesOf(words: StepWords): { title: string; text: string }[] {
  const asides: { title: string; text: string }[] = []
  for (let n = 1; ; n += 1) {
    const key = `steps.${words.step.slug}.aside.${String(n)}`
    const text = words.maybe(`${key}.text`)
    if (text === undefined) return asides
    asides.push({ title: words.say(`${key}.title`), text })
  }
}

/** What a question's kind needs to write its answer down. */
export function answerWords(words: StepWords, question: ResolvedQuestion): AnswerWords {
  return {
    option: (value) => optionOf(words, question, value),
    day: (day) => words.t('form.day', { day }),
  }
}
