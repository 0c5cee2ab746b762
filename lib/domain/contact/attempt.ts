import { contactWays, mayUse } from './may-use'
import type { ContactWay, ReachPlan, WayRefusal } from './may-use'
import type { Force } from '../force'

/** How somebody was reached, or tried to be: a way of ours, or they got in touch themselves. */
const attemptWays = [...contactWays, 'they-contacted'] as const
export type AttemptWay = (typeof attemptWays)[number]

/** What whoever tried means to do next. */
export const nextSteps = ['try-again', 'another-way', 'wait-for-them', 'as-agreed', 'nothing'] as const
export type NextStep = (typeof nextSteps)[number]

/** Why a way was used that is not safe by the plan, or not at that hour. The last is nobody's excuse, and is said all the same. */
export const wayReasons = ['they-asked', 'threat-to-life', 'by-mistake'] as const
export type WayReason = (typeof wayReasons)[number]

/** Why somebody needs a telephone number that is kept back. */
export const numberReasons = ['they-asked', 'threat-to-life', 'check-number'] as const

/** The ways that can be recorded for somebody who hears from us so. Whoever contacts us is not contacted. */
export function attemptWaysFor(isTheirs: boolean): readonly AttemptWay[] {
  return isTheirs ? ['they-contacted'] : attemptWays
}

/** Whether a way is one of ours, for which the plan is asked. */
export function isOurs(way: AttemptWay): way is ContactWay {
  return way !== 'they-contacted'
}

/** Why an attempt by this way at this time needs a reason; null where it needs none. Of a plan that does not open nothing is known to be safe. */
export function needsReasonFor(
  plan: ReachPlan | null,
  way: ContactWay,
  at: Date,
  force: Pick<Force, 'timeZone'>,
): WayRefusal | 'unknown' | null {
  if (plan === null) return 'unknown'
  return mayUse(plan, way, at, force).refused ?? null
}
