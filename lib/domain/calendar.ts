import { Temporal } from 'temporal-polyfill'
import { bankHolidays } from './bank-holidays'
import type { Force, Hours } from './force'

type Clock = Pick<Force, 'timeZone'>
const saturday = 6

/** An instant as the force's clocks show it. */
export function localTime(at: Date, { timeZone }: Clock): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
}

/** The instant at which the force's clocks show a time (`HH:MM`) on a day. A time the clocks skip counts as an hour later. */
export function instantOf(day: Temporal.PlainDate, time: string, { timeZone }: Clock): Date {
  const at = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
  return new Date(at.epochMilliseconds)
}

/** Monday to Friday, unless a bank holiday in England. */
export function isWorkingDay(day: Temporal.PlainDate): boolean {
  return day.dayOfWeek < saturday && !bankHolidays(day.year).has(day.toString())
}

/** The working day that comes `count` working days after a day, which itself need not be one. Zero gives the day itself. */
export function addWorkingDays(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let result = day
  for (let left = count; left > 0; left -= 1) {
    do result = result.add({ days: 1 })
    while (!isWorkingDay(result))
  }
  return result
}

/** Whether a day's span of hours is already over at a local time. */
export function isAfterHours(at: Temporal.ZonedDateTime, hours: Hours): boolean {
  return Temporal.PlainTime.compare(at.toPlainTime(), Temporal.PlainTime.from(hours.to)) > 0
}
