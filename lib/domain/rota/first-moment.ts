import { Temporal } from 'temporal-polyfill'
import type { Force } from '../force'

/**
 * The first moment at which the force's clocks show a time (`HH:MM`) on a day, or a later one. So a time that comes twice in
 * autumn is the first of the two, and one that is skipped in spring is the moment of the change: what begins or ends at
 * it loses the hour that there is not, and nothing else.
 */
export function firstMoment(
  day: Temporal.PlainDate,
  time: string,
  { timeZone }: Pick<Force, 'timeZone'>,
): Date {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time))
  const found = wanted.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
  const at = found.toPlainDateTime().equals(wanted)
    ? found
    : (found.getTimeZoneTransition('previous') ?? found)
  return new Date(at.epochMilliseconds)
}
