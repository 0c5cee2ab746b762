import type { Reach } from '@/lib/domain/clocks/promise-words'
import type { Answers } from '@/lib/journey/definition'

/** Whether one of a question's ticked options is this one. */
export function ticked(answers: Answers, id: string, value: string): boolean {
  const answer = answers[id]
  return Array.isArray(answer) && answer.includes(value)
}

/** Whether a report is about whoever sends it, and they want to hear from us at all. */
export const speaksForThemselves = (answers: Answers) =>
  answers.role === 'victim' && (answers.contactChoice === 'plan' || answers.contactChoice === 'code-only')

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

/** Whether the choices so far leave open if a return code is wanted. */
export const asksForCode = (answers: Answers) => hasPlan(answers) && !safeWay(answers, 'code')

/** Whether a return code is to be made: asked for, or needed for the messages the person chose. */
export function wantsReturnCode(answers: Answers): boolean {
  return answers.contactChoice === 'code-only' || safeWay(answers, 'code') || answers.returnCode === 'yes'
}

/** How the person hears from us. Who only contacts us themselves is not contacted, also where they have a code. */
export function reachOf(answers: Answers): Reach {
  if (isReachedOut(answers)) return 'out'
  if (answers.contactChoice === 'code-only' || safeWay(answers, 'code')) return 'code'
  if (safeWay(answers, 'i-will-contact')) return 'theirs'
  return wantsReturnCode(answers) ? 'code' : 'none'
}
