import { type Duty, nextDuty } from './duty'
import { type LeftOutRule, leftOutBy } from './eligibility'
import type { Force } from './force'
import type { OfficerFacts, RoutingFacts } from './officer-facts'
import { type Reason, reasonsFor } from './routing-reasons'
import { type Covering, covering, type Tier, tiers } from './tier'

/** How the first candidate was found, or why there is none; words are `rules.routing.<rule>`. */
export const routingRules = [
  'district-officer',
  'neighbouring-officer',
  'force-pool',
  'district-not-known',
  'no-officer-available',
  'restricted-to-supervisors',
] as const
type RoutingRule = (typeof routingRules)[number]

interface Candidate {
  readonly officerId: string
  readonly tier: Tier
  readonly reasons: Reason[]
}

interface LeftOut {
  readonly officerId: string
  readonly rule: LeftOutRule
  readonly values?: Readonly<Record<string, string | number>>
}

/** With no candidate the case is a supervisor's. */
export interface RoutingResult {
  readonly candidates: Candidate[]
  readonly leftOut: LeftOut[]
  readonly rule: RoutingRule
}

interface Ranked {
  readonly officer: OfficerFacts
  readonly covering: Covering
  readonly duty: Duty
  readonly spoken: number
}

/**
 * The officers to suggest for a case, best first: those of its district, then of neighbouring districts, then of the
 * whole force; within each, next on duty soonest, most of the languages asked for, fewest open cases, longest since last
 * assigned, nearest neighbouring district, and last by id, so that the same facts always give the same order.
 */
export function rankOfficers(
  facts: RoutingFacts,
  officers: readonly OfficerFacts[],
  force: Force,
  now: Date,
): RoutingResult {
  const ranked: Ranked[] = []
  const leftOut: LeftOut[] = []
  for (const officer of officers) {
    const rule = leftOutBy(officer, facts, force, now)
    const duty = nextDuty(officer.shifts, now)
    if (rule === null && duty !== null) ranked.push(rankable(officer, duty, facts, force))
    else leftOut.push(leftOutEntry(officer, rule ?? 'no-duty-ahead'))
  }
  const candidates = ranked.sort(compare).map((entry) => candidate(entry))
  leftOut.sort((a, b) => compareText(a.officerId, b.officerId))
  return { candidates, leftOut, rule: ruleFor(facts, candidates[0]) }
}

function rankable(officer: OfficerFacts, duty: Duty, facts: RoutingFacts, force: Force): Ranked {
  const spoken = facts.languages.filter((language) => officer.languages.includes(language)).length
  return { officer, duty, spoken, covering: covering(officer.districts, facts.district, force) }
}

function candidate({ officer, covering, duty, spoken }: Ranked): Candidate {
  return {
    officerId: officer.id,
    tier: covering.tier,
    reasons: reasonsFor(officer, covering, duty, spoken),
  }
}

function leftOutEntry(officer: OfficerFacts, rule: LeftOutRule): LeftOut {
  if (rule !== 'at-limit') return { officerId: officer.id, rule }
  return { officerId: officer.id, rule, values: { open: officer.openCases, limit: officer.openLimit } }
}

function compare(a: Ranked, b: Ranked): number {
  return (
    tiers.indexOf(a.covering.tier) - tiers.indexOf(b.covering.tier) ||
    a.duty.from.getTime() - b.duty.from.getTime() ||
    b.spoken - a.spoken ||
    a.officer.openCases - b.officer.openCases ||
    lastAssigned(a.officer) - lastAssigned(b.officer) ||
    a.covering.distance - b.covering.distance ||
    compareText(a.officer.id, b.officer.id)
  )
}

/** Never assigned comes before anything a clock can show. */
function lastAssigned({ lastAssignedAt }: OfficerFacts): number {
  return lastAssignedAt?.getTime() ?? Number.MIN_SAFE_INTEGER
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

const rulesByTier: Readonly<Record<Tier, RoutingRule>> = {
  district: 'district-officer',
  neighbour: 'neighbouring-officer',
  'force-pool': 'force-pool',
}

function ruleFor(facts: RoutingFacts, first: Candidate | undefined): RoutingRule {
  if (facts.restricted) return 'restricted-to-supervisors'
  if (first === undefined) return 'no-officer-available'
  return facts.district === null ? 'district-not-known' : rulesByTier[first.tier]
}
