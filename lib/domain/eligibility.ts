import { localTime } from './calendar'
import { dutyToCountOn } from './duty'
import type { Duty } from './duty'
import type { Force } from './force'
import { isLeftOut } from './left-out'
import { isFull } from './officer-facts'
import type { OfficerFacts, RoutingFacts } from './officer-facts'

/** Why an officer is left out; words are `rules.leftOut.<rule>`. */
export type LeftOutRule = keyof typeof leftOutRules

/** What every officer is looked at by at one time. */
export interface Moment {
  readonly now: Date
  /** Midnight UTC of the day it is by the force's clock, as days are kept. */
  readonly today: number
}

type Test = (officer: OfficerFacts, facts: RoutingFacts, moment: Moment, duty: Duty | null) => boolean

/** Who is not on duty within so many days is away: a case waits for nobody longer than that. */
export const awayFromDays = 14
const day = 86_400_000

/** Whether the last day on which training counts is over, by the force's clock. */
export function isTrainingOver(until: Date, { today }: Pick<Moment, 'today'>): boolean {
  return until.getTime() < today
}

/** In the order in which they are told: the first that holds is the one named. */
export const leftOutRules = {
  restricted: (_, facts) => facts.restricted,
  inactive: (officer) => !officer.active,
  'not-trained': ({ trainingUntil }) => trainingUntil === null,
  'training-lapsed': ({ trainingUntil }, _, moment) =>
    trainingUntil !== null && isTrainingOver(trainingUntil, moment),
  'excluded-officer': ({ id }, facts) => facts.excludedOfficers.includes(id),
  'excluded-district': ({ districts }, facts) => isLeftOut(districts, facts.excludedDistricts),
  'conflict-declared': (officer) => officer.conflicts,
  'may-know-somebody': ({ id }, { mayKnow }) => mayKnow?.includes(id) === true,
  'declined-before': ({ id }, { declinedBy }) => declinedBy?.includes(id) === true,
  'did-not-answer': ({ id }, { unansweredBy }) => unansweredBy?.includes(id) === true,
  'handing-over': (officer) => officer.handingOver,
  'at-limit': isFull,
  'no-duty-ahead': (_officer, _facts, { now }, duty) =>
    duty === null || duty.from.getTime() > now.getTime() + awayFromDays * day,
} as const satisfies Record<string, Test>

const tests = Object.entries(leftOutRules) as readonly [LeftOutRule, Test][]

/** What to look at officers by at `now`. */
export function momentOf(now: Date, force: Pick<Force, 'timeZone'>): Moment {
  return { now, today: Date.parse(localTime(now, force).toPlainDate().toString()) }
}

/** The first rule that keeps an officer from being suggested for a case, or null when none does. `duty`: their next. */
export function leftOutAt(
  officer: OfficerFacts,
  facts: RoutingFacts,
  moment: Moment,
  duty: Duty | null,
): LeftOutRule | null {
  return tests.find(([, test]) => test(officer, facts, moment, duty))?.[0] ?? null
}

/** The same for one officer by themselves. */
export function leftOutBy(
  officer: OfficerFacts,
  facts: RoutingFacts,
  force: Pick<Force, 'timeZone'>,
  now: Date,
): LeftOutRule | null {
  return leftOutAt(officer, facts, momentOf(now, force), dutyToCountOn(officer.shifts, now))
}

/** Why somebody should not be given a case, in the order in which it matters; words are `staff.act.warning.<rule>`. */
const warnings = [
  'excluded-district',
  'inactive',
  'not-trained',
  'training-lapsed',
] as const satisfies readonly LeftOutRule[]
type RuleWarning = (typeof warnings)[number]
/** `possible-conflict`: somebody close to them has the reporter's surname. */
export type HolderWarning = RuleWarning | 'possible-conflict'

/** What to say beside an officer's name where somebody chooses whom to give a case to. Null: nothing. */
export function warningOf(
  officer: OfficerFacts,
  facts: RoutingFacts,
  force: Pick<Force, 'timeZone'>,
  now: Date,
): RuleWarning | null {
  const moment = momentOf(now, force)
  const tests: Readonly<Record<RuleWarning, Test>> = leftOutRules
  return warnings.find((rule) => tests[rule](officer, facts, moment, null)) ?? null
}
