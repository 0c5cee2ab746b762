import type { Answers } from '@/lib/journey/definition'

/** Whether one of a question's ticked options is this one. */
export function ticked(answers: Answers, id: string, value: string): boolean {
  const answer = answers[id]
  return Array.isArray(answer) && answer.includes(value)
}

export const hasPlan = (answers: Answers) => answers.contactChoice === 'plan'

const safeWay = (answers: Answers, ...ways: readonly string[]) =>
  ways.some((way) => ticked(answers, 'safeWays', way))

export const mayPhone = (answers: Answers) => safeWay(answers, 'call')
export const needsNumber = (answers: Answers) => safeWay(answers, 'call', 'text')
export const mayEmail = (answers: Answers) => safeWay(answers, 'email')
export const mayWrite = (answers: Answers) => safeWay(answers, 'post')
export const goesThroughSomebody = (answers: Answers) => safeWay(answers, 'trusted')

/** Whether anything may be sent or anybody rung, so that times and words matter. */
export const isReachedOut = (answers: Answers) =>
  hasPlan(answers) && safeWay(answers, 'call', 'text', 'email', 'post', 'trusted')

/** Whether the person has already said, by their choices, that they want a return code. */
const impliesCode = (answers: Answers) => answers.contactChoice === 'code-only' || safeWay(answers, 'code')

/** Whether the question about a return code is still open. */
export const asksForCode = (answers: Answers) => !impliesCode(answers)

/** Whether a return code is to be made. */
export function wantsReturnCode(answers: Answers): boolean {
  return impliesCode(answers) || answers.returnCode === 'yes'
}
