import type { Answers } from '@/lib/journey/definition'
import { isContactQuestion } from './contact-steps'

/** What somebody answered, with the plan that holds in place of the one that was sent: of that one nothing is left. */
export function heldAnswers(sent: Answers, plan: Answers | null): Answers {
  if (plan === null) return sent
  const others = Object.entries(sent).filter(([id]) => !isContactQuestion(id))
  const contact = Object.entries(plan).filter(([id]) => isContactQuestion(id))
  return Object.fromEntries([...others, ...contact])
}
