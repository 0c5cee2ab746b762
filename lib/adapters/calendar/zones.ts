import { Temporal } from 'temporal-polyfill'
import { NotUnderstoodError, timeIn } from './moment'
import { repeats } from './repeats'
import type { Steps } from './repeats'
import type { Lines } from './scan'

/** The instant, in milliseconds, at which the clocks of a zone show something. */
export type ZoneClock = (wall: Temporal.PlainDateTime) => number

/** No clock is known for the name of a zone. */
export class UnknownZoneError extends Error {}

/** No zone is called anything as long, in characters; nor do its clocks change as often in the times that are looked at. */
const longestName = 200
const mostParts = 200
const mostChanges = 2_000

/** What calendars of offices in the United Kingdom call their zone when they do not bring it. */
const otherNames = new Map([['GMT Standard Time', 'Europe/London']])

interface ZoneFacts {
  readonly parts: ReadonlyMap<string, readonly Lines[]>
  /** Whose clocks are meant where a time names none. */
  readonly atHand: string
  readonly years: { readonly from: number; readonly to: number }
  readonly steps: Steps
}

/** The clocks of a calendar's zones: those everybody knows by their names, else those the file brings along. */
export function zoneClocks(facts: ZoneFacts): (name: string | null) => ZoneClock {
  const known = new Map<string, ZoneClock | null>()
  return (name) => {
    const zone = name ?? facts.atHand
    const before = known.get(zone)
    // A zone of which nothing is known is looked for once.
    const found = before === undefined ? clockOf(zone, facts) : before
    known.set(zone, found)
    if (found === null) throw new UnknownZoneError()
    return found
  }
}

function clockOf(name: string, facts: ZoneFacts): ZoneClock | null {
  if (name.length > longestName) return null
  const plain = otherNames.get(name) ?? withoutAddress(name)
  const parts = facts.parts.get(name) ?? []
  if (isKnown(plain)) return (wall) => wall.toZonedDateTime(plain).epochMilliseconds
  return parts.length === 0 || parts.length > mostParts ? null : broughtClock(parts, facts)
}

/** Some programs put their own address before the name: whatever has a dot, at its beginning. */
function withoutAddress(name: string): string {
  const [first = '', ...rest] = name.startsWith('/') ? name.slice(1).split('/') : name.split('/')
  if (!first.includes('.') || rest.length === 0) return name
  const begins = rest.findIndex((part) => !part.includes('.'))
  return rest.slice(begins === -1 ? -1 : begins).join('/')
}

function isKnown(zone: string): boolean {
  try {
    Temporal.PlainDateTime.from('2026-01-01T00:00').toZonedDateTime(zone)
    return true
  } catch {
    return false
  }
}

/** A change of the clocks: what they show then before it is made, and how far they are from UTC before and after, in minutes. */
interface Change {
  readonly wall: Temporal.PlainDateTime
  readonly before: number
  readonly after: number
}

/** A clock made of a zone's parts. What is skipped or comes twice is reckoned as before the change (RFC 5545, 3.3.5). */
function broughtClock(parts: readonly Lines[], facts: ZoneFacts): ZoneClock | null {
  let changes: readonly Change[]
  try {
    const made: Change[] = []
    for (const part of parts) for (const change of changesOf(part, facts)) made.push(change)
    if (made.length > mostChanges) return null
    changes = made.toSorted((one, other) => Temporal.PlainDateTime.compare(one.wall, other.wall))
  } catch {
    return null
  }
  const [first] = changes
  if (first === undefined) return null
  return (wall) => {
    const last = changes.findLast((change) => Temporal.PlainDateTime.compare(change.wall, wall) <= 0)
    const utc = wall.toZonedDateTime('UTC').epochMilliseconds
    return utc - offsetAt(wall, last, first) * 60_000
  }
}

function offsetAt(wall: Temporal.PlainDateTime, last: Change | undefined, first: Change): number {
  if (last === undefined) return first.before
  const skipped = last.wall.add({ minutes: Math.max(0, last.after - last.before) })
  return Temporal.PlainDateTime.compare(wall, skipped) < 0 ? last.before : last.after
}

function changesOf(part: Lines, { years, steps }: ZoneFacts): readonly Change[] {
  const { wall } = timeIn(one(part, 'DTSTART'))
  const [before, after] = [offsetIn(one(part, 'TZOFFSETFROM')), offsetIn(one(part, 'TZOFFSETTO'))]
  const made: Change[] = [{ wall, before, after }]
  const add = (at: Temporal.PlainDateTime) => {
    if (at.year >= years.from) made.push({ wall: at, before, after })
  }
  const until = (text: string) => {
    const end = timeIn(`DTSTART:${text}`)
    return end.zone === 'UTC' ? end.wall.add({ minutes: before }) : end.wall
  }
  for (const line of part.get('RRULE') ?? [])
    for (const at of repeats(line.slice(line.indexOf(':') + 1), wall, until, {
      all: steps,
      lastYear: years.to,
    }))
      if (at !== null) add(at)
  for (const line of part.get('RDATE') ?? []) add(timeIn(line).wall)
  return made
}

function one(part: Lines, name: string): string {
  const [line] = part.get(name) ?? []
  if (line === undefined) throw new NotUnderstoodError()
  return line
}

function offsetIn(line: string): number {
  const [, sign, hours, minutes] = /:([+-])(\d\d):?(\d\d)/u.exec(line) ?? []
  if (sign === undefined) throw new NotUnderstoodError()
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
