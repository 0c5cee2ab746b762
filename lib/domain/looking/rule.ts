import type { StaffDay } from './look'

/** The rules, in the order they are shown in. Words for each: `staff.looking.rule.*`. */
export const lookingRules = [
  'closed-cases',
  'own-name-or-postcode',
  'colleague-looked-up',
  'same-case-again',
  'others-cases',
  'three-times-own-median',
  'search-misses',
  'found-and-opened',
] as const
export type LookingRuleId = (typeof lookingRules)[number]

/** What the database raises at once when somebody opens a decoy: no day has to end for it. */
export const decoyRule = 'decoy-opened'

/** What a rule saw. A weak sign says nothing by itself. */
export interface Sign {
  readonly rule: LookingRuleId
  readonly strength: 'strong' | 'weak'
  /** The rows of the audit that made it. */
  readonly rows: readonly string[]
  /** Rows to be shown beside them. */
  readonly beside?: readonly string[]
}

/** One rule: a pure function of a day of somebody's and their own last thirty days of work, the oldest first. */
export interface LookingRule {
  readonly id: LookingRuleId
  readonly looksAt: 'cases' | 'searches'
  /** What it takes, and where that comes from. */
  readonly threshold: Readonly<Record<string, number>>
  readonly from: 'asked-for' | 'chosen-in-simulation'
  readonly find: (day: StaffDay, history: readonly StaffDay[]) => Sign | null
}

/** How many of somebody's days of work before today are looked at. */
export const historyDays = 30

/** Days of work it takes before anything can be called usual for somebody: a first day in post is compared with nothing. */
const fewestDays = 10

/** What is usual for somebody: the median of a number over their days; null while there are too few. */
export function ownMedian(history: readonly StaffDay[], measure: (day: StaffDay) => number): number | null {
  if (history.length < fewestDays) return null
  const numbers = history.map(measure).sort((one, other) => one - other)
  const middle = numbers.length / 2
  return ((numbers[Math.ceil(middle) - 1] ?? 0) + (numbers[Math.floor(middle)] ?? 0)) / 2
}

/** A sign, or none where `strength` is null. */
export function sign(
  rule: LookingRuleId,
  strength: Sign['strength'] | null,
  rows: readonly { readonly seq: string }[],
): Sign | null {
  return strength === null ? null : { rule, strength, rows: rows.map(({ seq }) => seq) }
}

/** Strong from `limits.strong` on, weak from `limits.weak` on, else nothing. */
export function strengthOf(
  number: number,
  limits: { readonly weak: number; readonly strong: number },
): Sign['strength'] | null {
  if (number >= limits.strong) return 'strong'
  return number >= limits.weak ? 'weak' : null
}
