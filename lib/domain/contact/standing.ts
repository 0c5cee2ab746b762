import type { Force } from '../force'
import { saidNoTime } from './contact-hours'
import { contactWays, endOfUse, mayUse, nextUse } from './may-use'
import type { ContactWay, ReachPlan, WayRefusal } from './may-use'

/**
 * How a way stands at a moment. `from`: when it may next be used; null where it may be now, or no hour is known. `until`: when it may be used no
 * more; null where it may not be now, or no hour ends it. `isUnsaid`: nothing is against it now, and they called no hour safe either. A letter
 * needs none.
 */
export interface WayStanding {
  readonly way: ContactWay
  readonly refused: WayRefusal | null
  readonly from: Date | null
  readonly until: Date | null
  readonly isUnsaid: boolean
}

/** How each way stands at a moment, by the person's own plan. */
export function standingOf(
  plan: ReachPlan,
  at: Date,
  force: Pick<Force, 'timeZone'>,
): readonly WayStanding[] {
  return contactWays.map((way) => {
    const refused = mayUse(plan, way, at, force).refused ?? null
    const from = refused === null ? null : nextUse(plan, way, at, force)
    const isUnsaid = refused === null && way !== 'post' && saidNoTime(plan)
    return { way, refused, from, until: endOfUse(plan, way, at, force), isUnsaid }
  })
}

/** Until when a number may be rung that may be now; null where no hour ends that. */
export function endOfCalls(ways: readonly WayStanding[]): Date | null {
  return ways.find(({ way }) => way === 'call')?.until ?? null
}
