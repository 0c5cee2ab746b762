import type { Answers, JourneyContext, Question, ResolvedQuestion, Step } from './definition'

/** The questions a step asks, with their options known. `earlier` are the relevant answers of the steps before it. */
export function resolveQuestions(step: Step, earlier: Answers, context: JourneyContext): ResolvedQuestion[] {
  return asked(step, earlier, context).map((question) => resolved(question, earlier, context))
}

/** The same questions as they stand in the definition. */
export function asked(step: Step, earlier: Answers, context: JourneyContext): Question[] {
  return step.questions.filter((question) => question.when?.(earlier, context) ?? true)
}

function resolved(question: Question, earlier: Answers, context: JourneyContext): ResolvedQuestion {
  if (!('options' in question)) {
    const { when: _when, hiddenFrom: _hiddenFrom, ...rest } = question
    return rest
  }
  const {
    options,
    when: _when,
    hiddenFrom: _hiddenFrom,
    optionText: _text,
    optionHint: _hint,
    ...rest
  } = question
  return { ...rest, options: typeof options === 'function' ? options(earlier, context) : options }
}
