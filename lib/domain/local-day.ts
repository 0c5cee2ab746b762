import { localTime } from './calendar'

/** Midnight at the start of the day `at` falls on, by the clocks of `timeZone`. */
export function startOfDay(at: Date, timeZone: string): Date {
  return new Date(localTime(at, { timeZone }).startOfDay().epochMilliseconds)
}

/** How many midnights lie between `from` and `to` there: 0 the same day, 1 tomorrow, negative for the past. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const day = (at: Date) => localTime(at, { timeZone }).toPlainDate()
  return day(from).until(day(to), { largestUnit: 'days' }).days
}
