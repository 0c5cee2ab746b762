import type { About, Answers } from '@/lib/journey/definition'
import { findJourney } from './find-journey'

/** Why an answer is left out of what is given to whoever answered. */
export type NotTheirs = 'another-person' | 'unknown-question'

/**
 * Whether an answer is the data of whoever answered, by the journey's own definition; null where it is. An answer to a question that no
 * journey has any more is left out: nobody can tell whose it is.
 */
export function notTheirs(journeyId: string, questionId: string, answers: Answers): NotTheirs | null {
  const asked = findJourney(journeyId)?.steps.flatMap(({ questions }) => questions) ?? []
  const question = asked.find(({ id }) => id === questionId)
  if (question === undefined) return 'unknown-question'
  return question.about === undefined || isTheirs[question.about](answers) ? null : 'another-person'
}

/** Whether a question takes words of somebody's own, in which others may be spoken of. */
export function takesWords(journeyId: string, questionId: string): boolean {
  const asked = findJourney(journeyId)?.steps.flatMap(({ questions }) => questions) ?? []
  return asked.find(({ id }) => id === questionId)?.kind === 'text'
}

/** Who asks for an officer speaks of themselves; who reports says if it happened to them. */
function isHarmed({ role }: Answers): boolean {
  return role === undefined || role === 'victim'
}

/** Somebody who reports for another may have said that the other is to be reached. */
function isReached({ role, contactWhom }: Answers): boolean {
  return role !== 'on-behalf' || contactWhom === 'me'
}

const isTheirs: Readonly<Record<About, (answers: Answers) => boolean>> = {
  another: () => false,
  harmed: isHarmed,
  reached: isReached,
}
