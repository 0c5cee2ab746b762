import { Temporal } from 'temporal-polyfill'
import { localTime } from '../calendar'
import type { Calendar } from './span'

/** Whether a time lies where the force does not read, by its clocks: at night, or on another day. The end of reading hours is within them. */
export function isOutOfHours(at: Date, force: Calendar): boolean {
  const local = localTime(at, force)
  const { from, to, days } = force.readingHours
  const time = local.toPlainTime()
  const isBefore = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(from)) < 0
  const isAfter = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(to)) > 0
  return isBefore || isAfter || !days.includes(local.dayOfWeek)
}
