import type { Answers } from '@/lib/journey/definition'
import { requestContactSteps } from './contact-steps'

const ways: ReadonlySet<string> = new Set(['phone', 'email', 'postalAddress', 'trustedPerson'])

/** Of how somebody may be reached, what a support service needs to do that safely. Nothing about who they are. */
const needed: ReadonlySet<string> = new Set([
  ...['name', 'safeWays', ...ways],
  ...['contactWhen', 'contactDays', 'contactHours', 'contactTimes', 'voicemail'],
  ...['maySay', 'ifSomeoneElse', 'coverStory', 'mustNotKnow', 'mustNotKnowWho'],
])

/** What is used with another answer alone: what is kept of it beside a different answer nobody is to act on. */
const neededWith = new Map(
  requestContactSteps.flatMap(({ questions }) =>
    questions.map(({ id, neededWith }) => [id, neededWith] as const),
  ),
)

/** Whether a question's answer goes to a support service that somebody with these answers agreed is told how to reach them. */
export function isToldToService(questionId: string, answers: Answers): boolean {
  const other = neededWith.get(questionId)
  return needed.has(questionId) && (other === undefined || answers[other.question] === other.answer)
}

/** Whether it is a way of reaching somebody: without one a service is told nothing it could use. */
export function isWayToReach(questionId: string): boolean {
  return ways.has(questionId)
}

/** Whether it is what happened, in the person's words: only where they agreed to that too. */
export function isAccount(questionId: string): boolean {
  return questionId === 'account'
}
