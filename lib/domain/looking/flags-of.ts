import type { StaffDay } from './look'
import { historyDays } from './rule'
import type { LookingRule, LookingRuleId, Sign } from './rule'
import { closedCases } from './rules/closed-cases'
import { colleagueLookedUp } from './rules/colleague-looked-up'
import { othersCases } from './rules/others-cases'
import { foundAndOpened } from './rules/found-and-opened'
import { ownNameOrPostcode } from './rules/own-name-or-postcode'
import { sameCaseAgain } from './rules/same-case-again'
import { searchMisses } from './rules/search-misses'
import { threeTimesOwnMedian } from './rules/three-times-own-median'

/** What is put before a person: a rule that saw enough by itself, or weak signs of several, which is `several-signs`. */
export interface LookingFlag {
  readonly rule: LookingRuleId | 'several-signs'
  /** The rules that saw something. */
  readonly signs: readonly LookingRuleId[]
  /** The rows of the audit that made it, each once. */
  readonly rows: readonly string[]
}

const rules: Readonly<Record<LookingRuleId, LookingRule>> = {
  'closed-cases': closedCases,
  'own-name-or-postcode': ownNameOrPostcode,
  'colleague-looked-up': colleagueLookedUp,
  'same-case-again': sameCaseAgain,
  'others-cases': othersCases,
  'three-times-own-median': threeTimesOwnMedian,
  'search-misses': searchMisses,
  'found-and-opened': foundAndOpened,
}

/**
 * What is unusual in a day of somebody's, next to their own days of work before it (the oldest first; the last thirty count). A strong
 * sign is a flag; weak signs are one when rules of different kinds see different rows. `said` are the rows of earlier flags: they were
 * put before a person once, and make no second flag.
 */
export function flagsOf(
  day: StaffDay,
  history: readonly StaffDay[],
  said: ReadonlySet<string> = new Set(),
): readonly LookingFlag[] {
  const before = history.slice(-historyDays).map((each) => unsaid(each, said))
  const signs = Object.values(rules).flatMap((rule) => rule.find(day, before) ?? [])
  const strong = signs.filter(({ strength }) => strength === 'strong')
  if (strong.length > 0) return strong.map((one) => flag(one.rule, [one]))
  return areSeveral(signs) ? [flag('several-signs', signs)] : []
}

function unsaid(day: StaffDay, said: ReadonlySet<string>): StaffDay {
  if (said.size === 0 || !day.looks.some(({ seq }) => said.has(seq))) return day
  return { ...day, looks: day.looks.filter(({ seq }) => !said.has(seq)) }
}

/** Two rules that saw the same look saw one thing. */
function areSeveral(signs: readonly Sign[]): boolean {
  return signs.some((one) =>
    signs.some((other) => one !== other && other.rows.every((row) => !one.rows.includes(row))),
  )
}

function flag(rule: LookingFlag['rule'], signs: readonly Sign[]): LookingFlag {
  const rows = signs.flatMap(({ rows: own, beside = [] }) => [...own, ...beside])
  return { rule, signs: signs.map((one) => one.rule), rows: [...new Set(rows)] }
}
