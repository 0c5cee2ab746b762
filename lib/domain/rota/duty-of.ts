import { Temporal } from 'temporal-polyfill'
import { localTime } from '../calendar'
import type { Force } from '../force'
import type { Shift } from '../officer-facts'
import type { DutySources, Pattern } from './duty-sources'
import { firstMoment } from './first-moment'
import { merged, within, without } from './spans'

type Clock = Pick<Force, 'timeZone'>

/**
 * When somebody is on duty between two times: what their patterns and single occasions say, less their leave. In order, each apart
 * from the next; cut at both times. The order of the sources changes nothing, and two windows side by side give what one over both gives.
 */
export function dutyOf(sources: DutySources, from: Date, to: Date, force: Clock): readonly Shift[] {
  if (to <= from) return []
  const turns = sources.patterns.flatMap((pattern) => turnsOf(pattern, from, to, force))
  return without(within([...turns, ...sources.extras], from, to), sources.leave)
}

/** The turns of a pattern that may reach into a window. No turn is longer than a day, so the day before is looked at as well. */
function turnsOf(pattern: Pattern, from: Date, to: Date, force: Clock): readonly Shift[] {
  const starts = Temporal.PlainDate.from(pattern.startsOn)
  const ends = pattern.endsOn === null ? null : Temporal.PlainDate.from(pattern.endsOn)
  let day = later(starts, localTime(from, force).toPlainDate().subtract({ days: 1 }))
  const last = localTime(to, force).toPlainDate()
  const until = ends === null || Temporal.PlainDate.compare(last, ends) < 0 ? last : ends
  const found: Shift[] = []
  for (; Temporal.PlainDate.compare(day, until) <= 0; day = day.add({ days: 1 })) {
    const ofCycle = starts.until(day, { largestUnit: 'days' }).days % pattern.cycleDays
    for (const turn of pattern.turns)
      if (turn.day === ofCycle) found.push(turnOn(day, turn.from, turn.to, force))
  }
  return merged(found)
}

/** A turn that begins on a day, by the force's clock: as long as its clocks say it is on that day. */
export function turnOn(day: Temporal.PlainDate, from: string, to: string, force: Clock): Shift {
  const endDay = to <= from ? day.add({ days: 1 }) : day
  return { startsAt: firstMoment(day, from, force), endsAt: firstMoment(endDay, to, force) }
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}
