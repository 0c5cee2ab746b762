import { Temporal } from 'temporal-polyfill'
import type { EventSetting } from './event-setting'
import { timeIn, timesIn } from './moment'
import type { WrittenTime } from './moment'
import { instantOf, startAt } from './outline'
import type { Outline } from './outline'
import { repeats } from './repeats'
import type { Lines } from './scan'
import type { ZoneClock } from './zones'

/** Each time an event begins, by its clock; null where the work can be interrupted. */
export function* startsOf(
  event: Lines,
  { start }: Outline,
  { to, steps, clockOf }: EventSetting,
): Generator<Temporal.PlainDateTime | null> {
  const rules = event.get('RECURRENCE-ID') === undefined ? (event.get('RRULE') ?? []) : []
  const lastYear = to.getUTCFullYear()
  // A rule's own end is told by the clock of UTC, mostly; it is the last moment at which it may begin.
  const until = (text: string) => {
    const end = endIn(text)
    if (end.isDay) return end.wall.add({ days: 1 }).subtract({ seconds: 1 })
    return end.zone === 'UTC' && start.zone !== 'UTC'
      ? wallAt(clockOf('UTC')(end.wall), clockOf(start.zone))
      : end.wall
  }
  if (rules.length === 0) yield start.wall
  for (const line of rules)
    yield* repeats(line.slice(line.indexOf(':') + 1).trim(), start.wall, until, { all: steps, lastYear })
  for (const line of event.get('RDATE') ?? []) for (const { wall } of timesIn(line)) yield wall
}

/** The end of a rule: a day or a time. */
function endIn(text: string): WrittenTime {
  return timeIn(`DTSTART${/^\d{8}$/u.test(text) ? ';VALUE=DATE' : ''}:${text}`)
}

/** What a clock shows at an instant. */
function wallAt(instant: number, clock: ZoneClock): Temporal.PlainDateTime {
  const utc = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC').toPlainDateTime()
  const ahead = instant - clock(utc)
  return utc.add({ milliseconds: ahead })
}

/** Times of a series that are left out. */
interface Exclusions {
  readonly instants: ReadonlySet<number>
  /** ISO dates: a whole day is left out. */
  readonly days: ReadonlySet<string>
}

/** What an event says is left out of its series. */
export function exclusionsOf(event: Lines, setting: EventSetting): Exclusions {
  const times = (event.get('EXDATE') ?? []).flatMap((line) => timesIn(line))
  return {
    instants: new Set(times.filter(({ isDay }) => !isDay).map((time) => instantOf(time, setting))),
    days: new Set(times.filter(({ isDay }) => isDay).map(({ wall }) => wall.toPlainDate().toString())),
  }
}

/** Whether one time of a series is left out, or stood for by another event. */
export function isLeftOut(
  wall: Temporal.PlainDateTime,
  outline: Outline,
  { instants, days }: Exclusions,
  setting: EventSetting,
  replaced: ReadonlySet<number> | undefined,
): boolean {
  if (days.size > 0 && days.has(wall.toPlainDate().toString())) return true
  if (instants.size === 0 && replaced === undefined) return false
  const at = startAt(wall, outline, setting)
  return instants.has(at) || replaced?.has(at) === true
}
