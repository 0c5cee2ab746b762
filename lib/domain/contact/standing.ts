import type { Force } from '../force'
import { contactWays, mayUse, nextUse } from './may-use'
import type { ContactWay, ReachPlan, WayRefusal } from './may-use'

/** How a way stands at a moment. `from`: when it may next be used; null where it may be now, or no hour is known. */
export interface WayStanding {
  readonly way: ContactWay
  readonly refused: WayRefusal | null
  readonly from: Date | null
}

/** How each way stands at a moment, by the person's own plan. */
export function standingOf(
  plan: ReachPlan,
  at: Date,
  force: Pick<Force, 'timeZone'>,
): readonly WayStanding[] {
  return contactWays.map((way) => {
    const refused = mayUse(plan, way, at, force).refused ?? null
    return { way, refused, from: refused === null ? null : nextUse(plan, way, at, force) }
  })
}
