import { defineJourney } from '@/lib/journey/definition'
import type { Journey, Question } from '@/lib/journey/definition'
import { changedContactSteps } from './contact-steps'

/** How the holder of a return code may be reached from now on: the questions of a report, but for the code they have. */
export const safeContact = defineJourney({ id: 'safe-contact', version: 1, steps: changedContactSteps })

/** What needs a return code. */
const byCode = ['code-only', 'code']

/** The same where staff ask it, of somebody who may have no return code: then nothing can be left for them. */
export function safeContactFor(hasReturnCode: boolean): Journey {
  if (hasReturnCode) return safeContact
  const steps = safeContact.steps.map((step) => ({ ...step, questions: step.questions.map(withoutCode) }))
  return { ...safeContact, steps }
}

function withoutCode(question: Question): Question {
  if (!('options' in question) || typeof question.options === 'function') return question
  return { ...question, options: question.options.filter((option) => !byCode.includes(option)) }
}
