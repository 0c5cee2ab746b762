import type { Translate } from '@/lib/i18n/translate'
import type { Answer, Answers, Audience, Journey, JourneyContext, ResolvedQuestion } from './definition'
import { kindOf } from './kinds/table'
import type { Visit } from './walk'
import { walk } from './walk'
import type { StepWords } from './wording'
import { answerWords, labelOf, sectionTitle, stepWords } from './wording'

export interface Row {
  readonly questionId: string
  readonly stepSlug: string
  readonly label: string
  /** Several choices, like long texts, are separated by line feeds. */
  readonly value: string
  /** The question was shown and left blank; `value` says so in words. */
  readonly blank?: true
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

/**
 * What was asked and answered, in words: for check-your-answers, the transcript, the staff view and exports. Every
 * relevant answer is there once, left-blank ones too; questions hidden from the audience and empty sections are not. What is kept
 * apart is shown to the person alone.
 */
export function present(
  journey: Journey,
  answers: Answers,
  context: JourneyContext,
  t: Translate,
  audience: Audience,
): Section[] {
  const { visits, relevant } = walk(journey, answers, context)
  const rows = visits.flatMap((visit) => {
    const words = stepWords(journey.id, visit, context, t)
    return visit.questions
      .filter(({ id }) => id in relevant && !isHidden(visit, id, audience))
      .map((question) => ({
        section: visit.step.section,
        row: rowOf(words, question, relevant[question.id] ?? null),
      }))
  })
  const ids = [...new Set(rows.map(({ section }) => section))]
  return ids.map((id) => ({
    id,
    title: sectionTitle(journey.id, id, context, t),
    rows: rows.filter(({ section }) => section === id).map(({ row }) => row),
  }))
}

function isHidden({ step }: Visit, id: string, audience: Audience): boolean {
  return step.questions.some(
    (question) =>
      question.id === id &&
      (question.hiddenFrom?.includes(audience) === true ||
        (question.apart === true && audience !== 'public')),
  )
}

function rowOf(words: StepWords, question: ResolvedQuestion, answer: Answer): Row {
  const row = { questionId: question.id, stepSlug: words.step.slug, label: labelOf(words, question) }
  return answer === null
    ? { ...row, value: words.t('form.blank'), blank: true }
    : { ...row, value: kindOf(question).format(question, answer, answerWords(words, question)) }
}
