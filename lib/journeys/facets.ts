import type { RiskFacts } from '@/lib/domain/risk-facts'
import type { DistrictId, StrandId, SubmissionKind } from '@/lib/domain/words'
import { monitoredStrands } from '@/lib/domain/words'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
import { districtOf } from './place-facts'
import { riskFactsOf } from './risk-facts'

/** What of a submission is kept in plaintext, so that it can be routed and ordered unopened. */
export interface Facets {
  readonly kind: SubmissionKind
  /** Null: the force's pool. */
  readonly district: DistrictId | null
  readonly strands: StrandId[]
  readonly wantsOfficer: boolean
  /** BCP 47 tags out of the force's `officerLanguages`; British Sign Language is `bfi`. */
  readonly languages: string[]
  readonly excludedDistricts: DistrictId[]
  readonly namesExclusion: boolean
  /** Somebody who works for the police is complained of: supervisors only. */
  readonly restricted: boolean
  readonly risk: RiskFacts
}

/** Takes the relevant answers of a walk; anything else may hold answers of an abandoned branch. */
export function facetsOf(
  journeyId: 'report' | 'liaison',
  relevant: Answers,
  context: JourneyContext,
): Facets {
  const risk = riskFactsOf(relevant, context.today)
  const strands = [...monitoredStrands, ...context.force.extraStrands]
  return {
    kind: journeyId === 'report' ? 'report' : 'liaison-request',
    district: districtOf(relevant, context),
    strands: listed(relevant, 'strands').filter((strand) => strands.includes(strand)),
    wantsOfficer: journeyId === 'liaison' || relevant.wantsOfficer === 'yes',
    languages: listed(relevant, 'languages').filter((language) => language !== 'other'),
    excludedDistricts: listed(relevant, 'excludeDistricts'),
    namesExclusion: typeof relevant.excludeWho === 'string',
    restricted: risk.suspectIsPolice,
    risk,
  }
}

function listed(answers: Answers, id: string): string[] {
  const answer = answers[id]
  return Array.isArray(answer) ? answer.filter((value: unknown) => typeof value === 'string') : []
}
