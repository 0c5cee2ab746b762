import type { Answers } from '@/lib/journey/definition'
import { isContactQuestion } from './contact-steps'

/** What somebody answered, with the plan that holds in place of the one that was sent: of that one nothing is left. */
export function heldAnswers(sent: Answers, plan: Answers | null): Answers {
  if (plan === null) return sent
  const others = Object.entries(sent).filter(([id]) => !isContactQuestion(id))
  const contact = Object.entries(plan).filter(([id]) => isContactQuestion(id))
  return Object.fromEntries([...others, ...contact])
}

/**
 * What a case is found by where another plan holds: of how they may be reached nothing but what is in it. The name that was sent stays before
 * one in a plan: whoever found the code can write one there, and who they are has not changed.
 */
export function foundBy(sent: Answers, plan: Answers): Answers {
  const held = heldAnswers(sent, plan)
  const { name } = sent
  return typeof name === 'string' && name.trim() !== '' ? { ...held, name } : held
}
