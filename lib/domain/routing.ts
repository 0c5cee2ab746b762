import { type Duty, dutyToCountOn } from './duty'
import { type LeftOutRule, type Moment, leftOutAt, momentOf } from './eligibility'
import type { Force } from './force'
import { isLate } from './in-time'
import { limitOf } from './officer-facts'
import type { OfficerFacts, RoutingFacts } from './officer-facts'
import { type Reason, reasonsFor } from './routing-reasons'
import { type Covering, covering, type Tier, tiers } from './tier'

/** How the first candidate was found, or why nobody is asked; words are `rules.routing.<rule>`. */
export const routingRules = [
  'district-officer',
  'neighbouring-officer',
  'force-pool',
  'district-not-known',
  'no-officer-available',
  'restricted-to-supervisors',
  'somebody-described',
  'officer-not-asked-for',
] as const
export type RoutingRule = (typeof routingRules)[number]

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

/** An officer with what is the same for every case. */
interface Member {
  readonly officer: OfficerFacts
  readonly duty: Duty | null
}

/** A rota as it is at one moment, ready to be asked about many cases. */
export interface ReadyRota {
  readonly moment: Moment
  /** By the ids of officers, in their order. */
  readonly members: ReadonlyMap<string, Member>
}

interface Ranked {
  readonly officer: OfficerFacts
  readonly covering: Covering
  readonly duty: Duty
  readonly isLate: boolean
  readonly matched: number
}

/**
 * The officers to suggest for a case, best first: those who are on duty in time for what is due; those of its district, then of
 * neighbouring districts, then of the whole force; within each, next on duty soonest (before all where none is in time), most of the languages and specialisms asked for, fewest open cases, longest
 * since last assigned, nearest neighbouring district, and last by id, so that the same facts always give the same order.
 */
export function rankOfficers(
  facts: RoutingFacts,
  officers: readonly OfficerFacts[],
  force: Force,
  now: Date,
): RoutingResult {
  return rankAmong(facts, readyRota(officers, force, now), force)
}

/** A rota to rank many cases among: what does not depend on the case is found out once. */
export function readyRota(
  officers: readonly OfficerFacts[],
  force: Pick<Force, 'timeZone'>,
  now: Date,
): ReadyRota {
  const inOrder = officers.toSorted((a, b) => compareText(a.id, b.id))
  const members = inOrder.map(
    (officer) => [officer.id, { officer, duty: dutyToCountOn(officer.shifts, now) }] as const,
  )
  return { moment: momentOf(now, force), members: new Map(members) }
}

/** `rankOfficers` among a rota that is ready. `conflicted`: ids of officers who have a conflict with this case. Reasons are given for the first `most`. */
export function rankAmong(
  facts: RoutingFacts,
  { moment, members }: ReadyRota,
  force: Pick<Force, 'districts'>,
  conflicted: readonly string[] = [],
  most = Infinity,
): RoutingResult {
  const ranked: Ranked[] = []
  const leftOut: LeftOut[] = []
  for (const { officer, duty } of members.values()) {
    const asked = conflicted.includes(officer.id) ? { ...officer, conflicts: true } : officer
    const rule = leftOutAt(asked, facts, moment, duty)
    if (rule === null && duty !== null) ranked.push(rankable(officer, duty, facts, force))
    else leftOut.push(leftOutEntry(officer, rule ?? 'no-duty-ahead'))
  }
  const candidates = ranked
    .sort(compare)
    .slice(0, most)
    .map((entry) => candidate(entry, facts))
  return { candidates, leftOut, rule: ruleFor(facts, candidates[0]) }
}

function rankable(
  officer: OfficerFacts,
  duty: Duty,
  facts: RoutingFacts,
  force: Pick<Force, 'districts'>,
): Ranked {
  const { spoken, known } = matches(officer, facts)
  return {
    officer,
    duty,
    isLate: isLate(duty, facts.dueAt),
    matched: spoken + known,
    covering: covering(officer.districts, facts.district, force),
  }
}

/** How many of the languages, and of the specialisms, that a case asks for an officer has. */
function matches(officer: OfficerFacts, { languages, specialisms = [] }: RoutingFacts) {
  return {
    spoken: languages.filter((language) => officer.languages.includes(language)).length,
    known: specialisms.filter((specialism) => officer.specialisms.includes(specialism)).length,
  }
}

function candidate({ officer, covering, duty, isLate }: Ranked, facts: RoutingFacts): Candidate {
  return {
    officerId: officer.id,
    tier: covering.tier,
    reasons: reasonsFor(officer, covering, duty, { ...matches(officer, facts), isLate }),
  }
}

function leftOutEntry(officer: OfficerFacts, rule: LeftOutRule): LeftOut {
  if (rule !== 'at-limit') return { officerId: officer.id, rule }
  return { officerId: officer.id, rule, values: { open: officer.openCases, limit: limitOf(officer) } }
}

function compare(a: Ranked, b: Ranked): number {
  const sooner = a.duty.from.getTime() - b.duty.from.getTime()
  return (
    Number(a.isLate) - Number(b.isLate) ||
    // Where it is late already, nobody is nearer than who is there first.
    (a.isLate ? sooner : 0) ||
    tiers.indexOf(a.covering.tier) - tiers.indexOf(b.covering.tier) ||
    sooner ||
    b.matched - a.matched ||
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
