import { localTime } from '../calendar'
import type { DistrictId } from '../words'
import { gapsOf } from './gaps'
import { within } from './spans'

/** How many days ahead gaps are told of as a number. */
export const gapDays = 14
/** Weeks that have as many days to come, whatever day it is. */
const weeks = 3

/** For how long, in milliseconds, nobody of a district is on duty in the reading hours of the days ahead. */
export interface GapAhead {
  readonly district: DistrictId
  readonly gap: number
}

/** The districts that have such gaps in the next 14 days, the longest first. Which duty counts says `gapsOf`. */
export function gapsAhead(...[officers, from, force]: Parameters<typeof gapsOf>): readonly GapAhead[] {
  const until = new Date(localTime(from, force).add({ days: gapDays }).epochMilliseconds)
  const sums = new Map<DistrictId, number>()
  for (const { district, gaps } of gapsOf(officers, from, force, weeks))
    for (const { startsAt, endsAt } of within(gaps, from, until))
      sums.set(district, (sums.get(district) ?? 0) + endsAt.getTime() - startsAt.getTime())
  return [...sums]
    .map(([district, gap]) => ({ district, gap }))
    .sort((one, other) => other.gap - one.gap || (one.district < other.district ? -1 : 1))
}
