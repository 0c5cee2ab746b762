import type { Temporal } from 'temporal-polyfill'
import { instantOf, localTime } from '../calendar'
import type { Force } from '../force'

/** The days somebody can tick, from Monday. */
export const contactDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type ContactDay = (typeof contactDays)[number]

/** Windows of two hours that somebody can tick, by the force's clocks: from the first hour until before the second. */
export const contactHours = ['08-10', '10-12', '12-14', '14-16', '16-18', '18-20', '20-22'] as const
export type ContactHours = (typeof contactHours)[number]

/** When somebody may be reached, as they answered. */
export interface TimesSaid {
  readonly anyTime: boolean
  readonly onlyAt: boolean
  /** What they wrote of times; null where they wrote nothing. */
  readonly times: string | null
  /** Ticked days and windows. Anything that is none of them counts as nothing. */
  readonly days: readonly string[]
  readonly hours: readonly string[]
}

type Clock = Pick<Force, 'timeZone'>

/**
 * What is known of the times. `unread`: they have times that no rule can read, so no hour is known to be safe. Ticked windows without a day hold
 * on every day, as the question says; ticked days without a window name no hour. Whoever said nothing of times set no limit.
 */
export function timesOf(said: TimesSaid): 'any' | 'unread' | SafeTimes {
  if (!said.onlyAt) return said.anyTime || said.times === null ? 'any' : 'unread'
  const hours = contactHours.filter((one) => said.hours.includes(one))
  const days = contactDays.filter((one) => said.days.includes(one))
  // Something was ticked that is no day: it is not known which they meant.
  if (hours.length === 0 || (days.length === 0 && said.days.length > 0)) return 'unread'
  return { days: days.length === 0 ? contactDays : days, hours }
}

/** Whether somebody said nothing at all of times: they set no limit, and called no hour safe. */
export function saidNoTime({ anyTime, onlyAt, times }: TimesSaid): boolean {
  return !anyTime && !onlyAt && times === null
}

export interface SafeTimes {
  readonly days: readonly ContactDay[]
  readonly hours: readonly ContactHours[]
}

/** Whether the force's clocks show a ticked day and window at a moment. */
export function isWithin({ days, hours }: SafeTimes, at: Date, clock: Clock): boolean {
  const { dayOfWeek, hour } = localTime(at, clock)
  const day = contactDays[dayOfWeek - 1]
  return (
    day !== undefined && days.includes(day) && hours.some((one) => from(one) <= hour && hour < until(one))
  )
}

/** When the next ticked window begins after a moment that is in none: within eight days. Null where nothing is ticked. */
export function nextWithin(times: SafeTimes, at: Date, clock: Clock): Date | null {
  const today = localTime(at, clock).toPlainDate()
  const starts = Array.from({ length: 8 }, (_, ahead) => startsOn(times, today.add({ days: ahead }), clock))
  return starts.flat().find((start) => start > at) ?? null
}

/** When the ticked windows that follow on one another end around a moment. Null where it is in none. */
export function endOfHours(times: SafeTimes, at: Date, clock: Clock): Date | null {
  if (!isWithin(times, at, clock)) return null
  const local = localTime(at, clock)
  const span = joinedHours(times.hours).find(([first, end]) => first <= local.hour && local.hour < end)
  return span === undefined ? null : instantOf(local.toPlainDate(), `${String(span[1])}:00`, clock)
}

function startsOn({ days, hours }: SafeTimes, day: Temporal.PlainDate, clock: Clock): readonly Date[] {
  const name = contactDays[day.dayOfWeek - 1]
  if (name === undefined || !days.includes(name)) return []
  return [...hours].sort().map((one) => instantOf(day, `${one.slice(0, 2)}:00`, clock))
}

/** Windows that follow on one another, as one: from and until, in whole hours. */
export function joinedHours(hours: readonly ContactHours[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = []
  for (const one of contactHours.filter((known) => hours.includes(known))) {
    const last = joined.at(-1)
    if (last?.[1] === from(one)) last[1] = until(one)
    else joined.push([from(one), until(one)])
  }
  return joined
}

function from(window: ContactHours): number {
  return Number(window.slice(0, 2))
}

function until(window: ContactHours): number {
  return Number(window.slice(3))
}
