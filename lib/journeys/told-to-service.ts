const ways: ReadonlySet<string> = new Set(['phone', 'email', 'postalAddress', 'trustedPerson'])

/** Of how somebody may be reached, what a support service needs to do that safely. Nothing about who they are. */
const needed: ReadonlySet<string> = new Set([
  ...['name', 'safeWays', ...ways],
  ...['contactWhen', 'contactDays', 'contactHours', 'contactTimes', 'voicemail'],
  ...['maySay', 'ifSomeoneElse', 'coverStory', 'mustNotKnow', 'mustNotKnowWho'],
])

/** Whether a question's answer goes to a support service that somebody agreed is told how to reach them. */
export function isToldToService(questionId: string): boolean {
  return needed.has(questionId)
}

/** Whether it is a way of reaching somebody: without one a service is told nothing it could use. */
export function isWayToReach(questionId: string): boolean {
  return ways.has(questionId)
}

/** Whether it is what happened, in the person's words: only where they agreed to that too. */
export function isAccount(questionId: string): boolean {
  return questionId === 'account'
}
