import { publicAlerts } from '@/lib/domain/risk'
import type { Answers, JourneyContext, Journey } from '@/lib/journey/definition'
import { stepBefore, visitOf, walk } from '@/lib/journey/walk'
import { riskFactsOf } from './risk-facts'
import type { PublicAlert } from '@/lib/domain/risk'

/** Help to show on a step: what the answers of the step right before it call for, and no earlier answer did. */
export function alertsOnStep(
  journey: Journey,
  slug: string,
  answers: Answers,
  context: JourneyContext,
): PublicAlert[] {
  const walked = walk(journey, answers, context)
  const visit = visitOf(walked, slug)
  const before = stepBefore(walked, slug)
  const earlier = before === null ? undefined : visitOf(walked, before.slug)?.earlier
  if (visit === undefined || earlier === undefined) return []
  const known = publicAlerts(riskFactsOf(earlier, context.today))
  return publicAlerts(riskFactsOf(visit.earlier, context.today)).filter((alert) => !known.includes(alert))
}

/** Whom help is for: a request is about the person who asks, a report about the reader only where they say so. */
export function whoIsHelped(journey: Journey, { role }: Answers): 'you' | 'them' {
  return journey.id === 'liaison' || role === 'victim' ? 'you' : 'them'
}

/** Help to show before sending: all that the relevant answers call for. */
export function alertsOf(journey: Journey, answers: Answers, context: JourneyContext): PublicAlert[] {
  return publicAlerts(riskFactsOf(walk(journey, answers, context).relevant, context.today))
}
