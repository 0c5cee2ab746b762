import { localTime } from '../calendar'
import type { Shift } from '../officer-facts'
import type { DistrictId } from '../words'
import { gapsOf } from './gaps'
import { lengthOf, within } from './spans'

/** How many days ahead gaps are told of as a number. */
export const gapDays = 14
/** Weeks that have as many days to come, whatever day it is. */
const weeks = 3

/** For how long, in milliseconds, nobody of a district is on duty in the reading hours of the days ahead, and how long those are. */
export interface GapAhead {
  readonly district: DistrictId
  readonly gap: number
  readonly reading: number
}

/** The districts that have such gaps in the next 14 days, the longest first. Which duty counts says `gapsOf`. */
export function gapsAhead(...[officers, from, force]: Parameters<typeof gapsOf>): readonly GapAhead[] {
  const until = new Date(localTime(from, force).add({ days: gapDays }).epochMilliseconds)
  const ahead = (spans: readonly Shift[]) => lengthOf(within(spans, from, until))
  const found = gapsOf(officers, from, force, weeks)
  return [...new Set(found.map(({ district }) => district))]
    .map((district) => {
      const own = found.filter((week) => week.district === district)
      return {
        district,
        gap: ahead(own.flatMap(({ gaps }) => gaps)),
        reading: ahead(own.flatMap(({ hours }) => hours)),
      }
    })
    .filter(({ gap }) => gap > 0)
    .sort((one, other) => other.gap - one.gap || (one.district < other.district ? -1 : 1))
}
