import type { Translate } from '@/lib/i18n/translate'
import type { Answers, Journey, JourneyContext } from './definition'
import type { Section } from './present'
import { stepWords } from './wording'

/** The ids of a journey's questions that are kept apart. */
export function apartQuestions(journey: Journey): ReadonlySet<string> {
  const asked = journey.steps.flatMap(({ questions }) => questions)
  return new Set(asked.filter(({ apart }) => apart === true).map(({ id }) => id))
}

/** Answers in two: those anybody reads who opens what was sent, and those kept apart. */
export function splitAnswers(journey: Journey, answers: Answers): { shared: Answers; apart: Answers } {
  const ids = apartQuestions(journey)
  const entries = Object.entries(answers)
  return {
    shared: Object.fromEntries(entries.filter(([id]) => !ids.has(id))),
    apart: Object.fromEntries(entries.filter(([id]) => ids.has(id))),
  }
}

/** What was asked and answered, in two as well. Sections that have nothing left are gone. */
export function splitSections(
  journey: Journey,
  sections: readonly Section[],
): { shared: readonly Section[]; apart: readonly Section[] } {
  const ids = apartQuestions(journey)
  const only = (kept: boolean) =>
    sections
      .map((section) => ({
        ...section,
        rows: section.rows.filter(({ questionId }) => ids.has(questionId) === kept),
      }))
      .filter(({ rows }) => rows.length > 0)
  return { shared: only(false), apart: only(true) }
}

/** The label of a question that the journey has today, in the language of `t`; undefined where it has none. */
export function labelToday(
  journey: Journey,
  questionId: string,
  context: JourneyContext,
  t: Translate,
): string | undefined {
  const step = journey.steps.find(({ questions }) => questions.some(({ id }) => id === questionId))
  return step && stepWords(journey.id, { step, earlier: {} }, context, t).say(`${questionId}.label`)
}
