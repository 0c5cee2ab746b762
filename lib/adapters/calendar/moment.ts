import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'

/** A time as a calendar writes it: what clocks show, and where those clocks are. */
export interface WrittenTime {
  readonly wall: Temporal.PlainDateTime
  /** A whole day: the time is midnight. */
  readonly isDay: boolean
  /** The name of a zone, `UTC`, or null for whatever clocks are at hand. */
  readonly zone: string | null
}

/** What a line gives is not what the standard lets it be. */
export class NotUnderstoodError extends Error {}

/** The times a line gives, such as `DTSTART;TZID=Europe/London:20261121T090000`. Throws NotUnderstoodError. */
export function timesIn(line: string): readonly WrittenTime[] {
  const [, parameters, , ...values] = propertyOf(line)
  const tzid = parameters.tzid
  return values.map((value) => timeOf(value, typeof tzid === 'string' ? tzid : null))
}

/** The one time a line gives. */
export function timeIn(line: string): WrittenTime {
  const [first, ...more] = timesIn(line)
  if (first === undefined || more.length > 0) throw new NotUnderstoodError()
  return first
}

type JsonProperty = readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]]

function propertyOf(line: string): JsonProperty {
  try {
    return ICAL.parse.property(line) as JsonProperty
  } catch {
    throw new NotUnderstoodError()
  }
}

function timeOf(value: unknown, zone: string | null): WrittenTime {
  const text = typeof value === 'string' ? value : ''
  const [, day, time, utc] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z?))?$/u.exec(text) ?? []
  if (day === undefined) throw new NotUnderstoodError()
  try {
    const wall = Temporal.PlainDateTime.from(`${day}T${time ?? '00:00:00'}`, { overflow: 'reject' })
    if (wall.year < 1600 || wall.year > 2200) throw new NotUnderstoodError()
    return { wall, isDay: time === undefined, zone: utc === 'Z' ? 'UTC' : zone }
  } catch {
    throw new NotUnderstoodError()
  }
}

/** A length such as `PT8H`: whole days by the calendar, and the rest by the clock. */
export function lengthIn(line: string): { readonly days: number; readonly seconds: number } {
  const text = line.slice(line.indexOf(':') + 1).trim()
  const match =
    /^\+?P(?=.)(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/u.exec(text)
  if (match === null) throw new NotUnderstoodError()
  const [weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  return {
    days: (weeks ?? 0) * 7 + (days ?? 0),
    seconds: (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0),
  }
}
