import type { Answers, JourneyContext, Options, Question, ResolvedQuestion, Step } from './definition'

/** The questions a step asks, with their options known. `earlier` are the relevant answers of the steps before it. */
export function resolveQuestions(step: Step, earlier: Answers, context: JourneyContext): ResolvedQuestion[] {
  return step.questions
    .filter((question) => question.when?.(earlier, context) ?? true)
    .map((question) => resolved(question, earlier, context))
}

/** What only the definition needs; the rest is plain data and goes to the browser. */
const definitionOnly: ReadonlySet<string> = new Set([
  'when',
  'hiddenFrom',
  'about',
  'aboutSubject',
  'apart',
  'optionText',
  'optionHint',
  'options',
])

function resolved(question: Question, earlier: Answers, context: JourneyContext): ResolvedQuestion {
  const plain = Object.fromEntries(Object.entries(question).filter(([key]) => !definitionOnly.has(key)))
  const options = 'options' in question ? { options: optionsOf(question.options, earlier, context) } : {}
  return { ...plain, ...options } as unknown as ResolvedQuestion
}

function optionsOf(options: Options, earlier: Answers, context: JourneyContext): readonly string[] {
  return typeof options === 'function' ? options(earlier, context) : options
}
