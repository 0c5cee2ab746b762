import { clockState } from '../clocks/clock-state'
import type { ReachPlan } from '../contact/may-use'
import type { Force } from '../force'
import { isSafe } from './slots'
import type { Slot } from './slots'

/**
 * What came of a call-back: rung, rung in vain, another time agreed, called off, the case was closed before, they wanted nothing more done, or they
 * are not to be reached out to any more.
 */
export const callBackOutcomes = [
  ...(['done', 'unreached', 'moved', 'cancelled'] as const),
  ...(['dropped', 'withdrawn', 'unsafe'] as const),
] as const

/** Why another time was agreed. */
export const moveReasons = ['they-asked', 'not-safe-then', 'nobody-free', 'too-late', 'not-reached'] as const

/** Why one was called off, with no other time in its place. */
export const cancelReasons = ['not-wanted', 'not-safe', 'spoke-already', 'by-mistake'] as const

/** A time that was agreed to ring somebody back. */
export interface CallBack extends Slot {
  readonly setAt: Date
  /** They have another plan since than when it was agreed. */
  readonly planChanged: boolean
}

/** How one that is to come stands: near in the last of its time, late once its end is over. */
export function callBackState(
  { setAt, until }: Pick<CallBack, 'setAt' | 'until'>,
  now: Date,
): 'ahead' | 'at-risk' | 'broken' {
  const state = clockState({ startedAt: setAt, dueAt: until, pausedAt: null }, now)
  return state === 'paused' ? 'ahead' : state
}

/** Whether it may be kept: `look` where their plan changed since, and what it says is not known here (null). */
export function mayBeKept(
  one: CallBack,
  plan: ReachPlan | null,
  force: Pick<Force, 'timeZone'>,
): 'yes' | 'look' | 'not-safe' {
  if (plan !== null) return isSafe(one, plan, force) ? 'yes' : 'not-safe'
  return one.planChanged ? 'look' : 'yes'
}

/** A plan as the rules look at it, without the words that somebody wrote of times: that there are some is all that counts. */
export function withoutWords({ choice, ways, anyTime, onlyAt, times, days, hours }: ReachPlan): ReachPlan {
  return { choice, ways, anyTime, onlyAt, times: times === null ? null : 'said', days, hours }
}
