import { localTime } from './calendar'
import { nextDuty } from './duty'
import type { Force } from './force'
import { isLeftOut } from './left-out'
import type { OfficerFacts, RoutingFacts } from './officer-facts'

/** Why an officer is left out; words are `rules.leftOut.<rule>`. */
export type LeftOutRule = keyof typeof leftOutRules

type Test = (officer: OfficerFacts, facts: RoutingFacts, today: string, now: Date) => boolean

/** In the order in which they are told: the first that holds is the one named. */
export const leftOutRules = {
  restricted: (_, facts) => facts.restricted,
  inactive: (officer) => !officer.active,
  'not-trained': ({ trainingUntil }) => trainingUntil === null,
  'training-lapsed': ({ trainingUntil }, _, today) =>
    trainingUntil !== null && trainingUntil.toISOString().slice(0, 10) < today,
  'excluded-officer': ({ id }, facts) => facts.excludedOfficers.includes(id),
  'excluded-district': ({ districts }, facts) => isLeftOut(districts, facts.excludedDistricts),
  'conflict-declared': (officer) => officer.conflicts,
  'at-limit': ({ openCases, openLimit }) => openCases >= openLimit,
  'no-duty-ahead': ({ shifts }, _facts, _today, now) => nextDuty(shifts, now) === null,
} as const satisfies Record<string, Test>

const tests = Object.entries(leftOutRules) as readonly [LeftOutRule, Test][]

/** The first rule that keeps an officer from being suggested for a case, or null when none does. */
export function leftOutBy(
  officer: OfficerFacts,
  facts: RoutingFacts,
  force: Pick<Force, 'timeZone'>,
  now: Date,
): LeftOutRule | null {
  const today = localTime(now, force).toPlainDate().toString()
  return tests.find(([, test]) => test(officer, facts, today, now))?.[0] ?? null
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
  const today = localTime(now, force).toPlainDate().toString()
  const tests: Readonly<Record<RuleWarning, Test>> = leftOutRules
  return warnings.find((rule) => tests[rule](officer, facts, today, now)) ?? null
}
