import type { Force } from '../force'
import { endOfHours, isWithin, nextWithin, timesOf } from './contact-hours'
import type { TimesSaid } from './contact-hours'

/** The ways in which somebody can be reached outside this service. A message with a return code is none: it is read when they come for it. */
export const contactWays = ['call', 'text', 'email', 'post', 'trusted'] as const
export type ContactWay = (typeof contactWays)[number]

/** What the rules look at of a contact plan. */
export interface ReachPlan extends TimesSaid {
  readonly choice: 'plan' | 'code-only' | 'anonymous'
  /** The ways that were ticked as safe. */
  readonly ways: readonly string[]
}

/** Why a way may not be used. */
export type WayRefusal = 'not-to-be-contacted' | 'way-not-safe' | 'hours-unread' | 'outside-hours'

/** Whether a way may be used now. */
export type WayAnswer =
  { readonly ok: true; readonly refused?: never } | { readonly ok?: never; readonly refused: WayRefusal }

type Clock = Pick<Force, 'timeZone'>

/**
 * Whether somebody may be reached in a way at a moment, by their own plan: nothing that they did not tick is ever safe. A letter lies there until
 * it is found, whatever the hour.
 */
export function mayUse(plan: ReachPlan, way: ContactWay, at: Date, force: Clock): WayAnswer {
  const refused = refusalOf(plan, way)
  if (refused !== null) return { refused }
  if (way === 'post') return { ok: true }
  const times = timesOf(plan)
  if (times === 'any') return { ok: true }
  if (times === 'unread') return { refused: 'hours-unread' }
  return isWithin(times, at, force) ? { ok: true } : { refused: 'outside-hours' }
}

/** From when on a way may be used: `at` where it may be now, else the beginning of the next hours that are safe. Null where no hour is known. */
export function nextUse(plan: ReachPlan, way: ContactWay, at: Date, force: Clock): Date | null {
  const answer = mayUse(plan, way, at, force)
  if (answer.ok) return at
  const times = timesOf(plan)
  if (answer.refused !== 'outside-hours' || typeof times === 'string') return null
  return nextWithin(times, at, force)
}

/** Until when a way may be used that may be now. Null where it may not, and where no hour ends that. */
export function endOfUse(plan: ReachPlan, way: ContactWay, at: Date, force: Clock): Date | null {
  const times = timesOf(plan)
  if (way === 'post' || typeof times === 'string' || mayUse(plan, way, at, force).ok !== true) return null
  return endOfHours(times, at, force)
}

/** Why a way is not one of theirs, whatever the hour; null where it is. */
function refusalOf({ choice, ways }: ReachPlan, way: ContactWay): WayRefusal | null {
  if (choice !== 'plan' || !contactWays.some((one) => ways.includes(one))) return 'not-to-be-contacted'
  return ways.includes(way) ? null : 'way-not-safe'
}
