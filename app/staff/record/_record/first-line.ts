import type { Journey, ResolvedQuestion } from '@/lib/journey/definition'
import type { Translate } from '@/lib/i18n/translate'

/** What to say before a step's questions are read out: nobody is told that they may leave what has to be answered. */
export function firstLineOf(
  journey: Journey,
  slug: string,
  questions: readonly ResolvedQuestion[],
  t: Translate,
): string {
  if (journey.steps[0]?.slug === slug) return t('recording.readOut.first')
  return t(`recording.readOut.${leftOf(questions)}`, { count: questions.length })
}

/** Which of the questions may be left blank. */
function leftOf(questions: readonly ResolvedQuestion[]): 'all' | 'some' | 'none' {
  if (questions.every(({ optional }) => optional === true)) return 'all'
  return questions.some(({ optional }) => optional === true) ? 'some' : 'none'
}
