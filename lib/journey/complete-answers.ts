import type { Answers, Journey, JourneyContext } from './definition'
import { visitOf, walk } from './walk'

/**
 * Answers somebody would have when they reach the end: what is given, and every other question they meet left blank. Throws where one that
 * has to be answered is not.
 */
export function completeAnswers(journey: Journey, given: Answers, context: JourneyContext): Answers {
  let answers = given
  for (let left = journey.steps.length; left > 0; left -= 1) {
    const walked = walk(journey, answers, context)
    if (walked.frontier === null) return answers
    const questions = visitOf(walked, walked.frontier.slug)?.questions ?? []
    answers = { ...Object.fromEntries(questions.map(({ id }) => [id, null])), ...answers }
  }
  const { frontier } = walk(journey, answers, context)
  if (frontier !== null) throw new Error(`There is no answer at ${journey.id}/${frontier.slug}`)
  return answers
}
