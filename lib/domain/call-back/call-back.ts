import { clockState } from '../clocks/clock-state'
import type { ReachPlan } from '../contact/may-use'
import type { Slot } from './slots'

/** What came of a call-back: rung, rung in vain, another time agreed, or the case was closed before. */
export const callBackOutcomes = ['done', 'unreached', 'moved', 'dropped'] as const

/** Why another time was agreed. */
export const moveReasons = ['they-asked', 'not-safe-then', 'nobody-free', 'too-late', 'not-reached'] as const

/** A time that was agreed to ring somebody back. */
export interface CallBack extends Slot {
  readonly setAt: Date
}

/** How one that is to come stands: near in the last of its time, late once its end is over. */
export function callBackState({ setAt, until }: CallBack, now: Date): 'ahead' | 'at-risk' | 'broken' {
  const state = clockState({ startedAt: setAt, dueAt: until, pausedAt: null }, now)
  return state === 'paused' ? 'ahead' : state
}

/** A plan as the rules look at it, without the words that somebody wrote of times: that there are some is all that counts. */
export function withoutWords({ choice, ways, anyTime, onlyAt, times, days, hours }: ReachPlan): ReachPlan {
  return { choice, ways, anyTime, onlyAt, times: times === null ? null : 'said', days, hours }
}
