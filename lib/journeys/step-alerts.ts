import { controlRoomRules } from '@/lib/domain/desk-alerts'
import { assessRisk, publicAlerts } from '@/lib/domain/risk'
import type { RiskFacts } from '@/lib/domain/risk-facts'
import type { Answers, JourneyContext, Journey } from '@/lib/journey/definition'
import { heard } from '@/lib/journey/heard'
import { resolveQuestions } from '@/lib/journey/resolve'
import type { FieldValues } from '@/lib/journey/view'
import { mayVisit, visitOf, walk } from '@/lib/journey/walk'
import type { Visit, Walked } from '@/lib/journey/walk'
import { riskFactsOf } from './risk-facts'
import type { PublicAlert } from '@/lib/domain/risk'

/** What was typed on steps and is no answer yet, by slug. */
type Attempts = Readonly<Record<string, { readonly values: FieldValues }>>

/**
 * Help to show on a step: what the answers of the step right before it call for, and no earlier answer did, or no other where somebody came back
 * to change them; and what was said on this very step calls for, though something else in it was wrong, or on a step whose turn it was not:
 * danger waits for no form to be right.
 */
export function alertsOnStep(
  journey: Journey,
  slug: string,
  answers: Answers,
  context: JourneyContext,
  attempts: Attempts = {},
): PublicAlert[] {
  const walked = walk(journey, answers, context)
  const visit = visitOf(walked, slug)
  if (visit === undefined) return []
  const before = walked.visits[walked.visits.indexOf(visit) - 1]
  const said = saidIn(journey, slug, walked, context, attempts)
  const here = newlyCalledFor({ ...visit.earlier, ...said }, before?.earlier ?? {}, context)
  // With what was said later, where somebody comes back to change an answer; that is in `all`, which has `here` in it.
  const all = { ...walked.relevant, ...said }
  const later = newlyCalledFor(all, withoutAnswersOf(before, walked.relevant), context)
  return publicAlerts(riskFactsOf(all, context.today)).filter(
    (alert) => here.includes(alert) || later.includes(alert),
  )
}

const longPast = '1970-01-01'

/** The answers but those to what this step asks; a day it asks for is long past, as none at all may be today. */
function withoutAnswersOf(visit: Visit | undefined, answers: Answers): Answers {
  const asked = visit?.questions ?? []
  const others = Object.entries(answers).filter(([id]) => asked.every((question) => question.id !== id))
  const days = asked.filter(({ kind }) => kind === 'date').map(({ id }) => [id, longPast] as const)
  return Object.fromEntries([...others, ...days])
}

/** Help that these answers call for and those known did not; 999 also where what they say is graver than what called for it before. */
function newlyCalledFor(answers: Answers, known: Answers, { today }: JourneyContext): PublicAlert[] {
  const [facts, before] = [riskFactsOf(answers, today), riskFactsOf(known, today)]
  const shown = publicAlerts(before)
  const isGraver = gravestOf(facts) < gravestOf(before)
  return publicAlerts(facts).filter((alert) => !shown.includes(alert) || (alert === 'show-999' && isGraver))
}

/** The place of the most serious rule raised that calls for 999, the first is gravest. */
function gravestOf(facts: RiskFacts): number {
  const { rules } = assessRisk(facts)
  const place = controlRoomRules.findIndex((id) => rules.some((raised) => raised === id))
  return place === -1 ? controlRoomRules.length : place
}

/** What was said on this step, or on one whose turn it is not, and could not be taken. */
function saidIn(
  journey: Journey,
  slug: string,
  walked: Walked,
  context: JourneyContext,
  attempts: Attempts,
): Answers {
  const said = journey.steps.map((step) => {
    const attempt = attempts[step.slug]
    if (attempt === undefined || (step.slug !== slug && mayVisit(walked, step.slug))) return {}
    const earlier = visitOf(walked, step.slug)?.earlier ?? walked.relevant
    return heard(resolveQuestions(step, earlier, context), attempt.values, context.today ?? '')
  })
  return Object.assign({}, ...said) as Answers
}

/** Whom help is for: a request is about the person who asks, a report about the reader only where they say so. */
export function whoIsHelped(journey: Journey, { role }: Answers): 'you' | 'them' {
  return journey.id === 'liaison' || role === 'victim' ? 'you' : 'them'
}

/** Help to show before sending: all that the relevant answers call for. */
export function alertsOf(journey: Journey, answers: Answers, context: JourneyContext): PublicAlert[] {
  return publicAlerts(riskFactsOf(walk(journey, answers, context).relevant, context.today))
}
