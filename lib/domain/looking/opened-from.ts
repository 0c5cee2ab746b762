import { unexplained } from './explained'
import type { CaseLook, Search, StaffDay } from './look'

/** So soon after a search, in minutes, a case counts as opened from it. */
const soon = 15

/** The cases opened from what a search found, that neither work nor a reason explains. */
export function openedFrom({ at, hits }: Search, day: StaffDay): readonly CaseLook[] {
  if (hits === 0) return []
  const last = at.getTime() + soon * 60_000
  return unexplained(day).filter((look) => look.at >= at && look.at.getTime() <= last)
}
