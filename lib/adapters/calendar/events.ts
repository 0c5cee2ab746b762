import { Temporal } from 'temporal-polyfill'
import { firstMoment } from '@/lib/domain/rota/first-moment'
import type { CalendarUse, LeftOutReason } from '@/lib/domain/rota/understood-calendar'
import type { Shift } from '@/lib/domain/officer-facts'
import { lengthIn, NotUnderstoodError, timeIn, timesIn } from './moment'
import type { WrittenTime } from './moment'
import { repeats, TooOftenError } from './repeats'
import type { Steps } from './repeats'
import type { Lines } from './scan'
import { UnknownZoneError } from './zones'
import type { ZoneClock } from './zones'

/** What the times of an event are reckoned with. */
export interface EventSetting {
  readonly use: CalendarUse
  readonly from: Date
  readonly to: Date
  readonly timeZone: string
  readonly clockOf: (zone: string | null) => ZoneClock
  readonly steps: Steps
  /** Times at which one of a series was changed or called off by another event, by the series. */
  readonly replaced: ReadonlyMap<string, ReadonlySet<number>>
}

const day = 86_400_000
/** A turn of duty is at most a day long, on the longest day too. */
const longest: Readonly<Record<CalendarUse, number>> = { duty: day + 3_600_000, leave: 732 * day }

/** Where an event begins and for how long it goes on, and each time again where it repeats. */
interface Outline {
  readonly start: WrittenTime
  readonly clock: ZoneClock
  readonly endOf: (start: Temporal.PlainDateTime) => number
}

/** The name of an event's series, or nothing. */
export function seriesOf(event: Lines): string {
  const [line = ''] = event.get('UID') ?? []
  return line.slice(line.indexOf(':') + 1).trim()
}

/** The time of a series that an event stands for instead, in milliseconds; null where it stands for itself. Throws as `spansOf` does. */
export function replacedTime(event: Lines, setting: Omit<EventSetting, 'replaced'>): number | null {
  const [line] = event.get('RECURRENCE-ID') ?? []
  return line === undefined ? null : instantOf(timeIn(line), setting)
}

/** Why an event is left out, by what was thrown while it was read; what is no such reason is thrown on. */
export function reasonOf(error: unknown): LeftOutReason {
  if (error instanceof NotUnderstoodError) return 'not-understood'
  if (error instanceof UnknownZoneError) return 'unknown-zone'
  if (error instanceof TooOftenError) return 'too-often'
  throw error
}

/** When an event takes place within the time looked at, or why it is left out. Yields where work can be interrupted. */
export function* spansOf(
  event: Lines,
  setting: EventSetting,
): Generator<undefined, readonly Shift[] | LeftOutReason> {
  const outline = outlineOrReason(event, setting)
  if (typeof outline === 'string') return outline
  const found = new Occasions(setting, outline)
  const left = event.has('RECURRENCE-ID') ? undefined : setting.replaced.get(seriesOf(event))
  const excluded = exclusionsOf(event, setting)
  for (const wall of startsOf(event, outline, setting)) {
    if (wall === null) yield
    else if (!isLeftOut(wall, outline, excluded, setting, left)) found.take(wall)
  }
  return found.outcome()
}

function outlineOrReason(event: Lines, setting: EventSetting): Outline | LeftOutReason {
  if (/:\s*CANCELLED\s*$/iu.test(event.get('STATUS')?.[0] ?? '')) return 'cancelled'
  if (/^[^:]*;RANGE=/iu.test(event.get('RECURRENCE-ID')?.[0] ?? '')) return 'this-and-future'
  const outline = outlineOf(event, setting)
  return outline.start.isDay && setting.use === 'duty' ? 'all-day' : outline
}

/** Gathers when something takes place, and remembers why not. */
class Occasions {
  private readonly spans: Shift[] = []
  private reason: LeftOutReason = 'past'

  constructor(
    private readonly setting: EventSetting,
    private readonly outline: Outline,
  ) {}

  take(wall: Temporal.PlainDateTime): void {
    const { from, to, use } = this.setting
    const [start, end] = [startAt(wall, this.outline, this.setting), this.outline.endOf(wall)]
    if (end <= start) this.reason = 'no-length'
    else if (end - start > longest[use]) this.reason = 'too-long'
    else if (start >= to.getTime()) this.reason = 'later'
    else if (end > from.getTime()) this.spans.push({ startsAt: new Date(start), endsAt: new Date(end) })
  }

  outcome(): readonly Shift[] | LeftOutReason {
    return this.spans.length > 0 ? this.spans : this.reason
  }
}

function outlineOf(event: Lines, setting: EventSetting): Outline {
  const [startLine] = event.get('DTSTART') ?? []
  if (startLine === undefined) throw new NotUnderstoodError()
  const start = timeIn(startLine)
  const clock = setting.clockOf(start.zone)
  const [endLine] = event.get('DTEND') ?? []
  const [lengthLine] = event.get('DURATION') ?? []
  if (endLine !== undefined) return { start, clock, endOf: untilEnd(start, timeIn(endLine), setting) }
  const length = lengthLine === undefined ? { days: start.isDay ? 1 : 0, seconds: 0 } : lengthIn(lengthLine)
  const outline = { start, clock }
  const endOf = (wall: Temporal.PlainDateTime) =>
    startAt(wall.add({ days: length.days }), outline, setting) + length.seconds * 1000
  return { ...outline, endOf }
}

/** Each time it ends as long after its start, by the clock on the wall, as the first time; by the watch where it ends in another zone. */
function untilEnd(start: WrittenTime, end: WrittenTime, setting: EventSetting) {
  const clock = setting.clockOf(end.zone)
  if (start.isDay !== end.isDay) throw new NotUnderstoodError()
  if (start.zone !== end.zone) {
    const length = instantOf(end, setting) - instantOf(start, setting)
    const startClock = setting.clockOf(start.zone)
    return (wall: Temporal.PlainDateTime) => startClock(wall) + length
  }
  const length = start.wall.until(end.wall, { largestUnit: 'days' })
  return (wall: Temporal.PlainDateTime) => {
    const ends = wall.add(length)
    return end.isDay ? midnight(ends, setting) : clock(ends)
  }
}

/** Whole days are days of the force. */
function midnight(wall: Temporal.PlainDateTime, { timeZone }: Pick<EventSetting, 'timeZone'>): number {
  return firstMoment(wall.toPlainDate(), '00:00', { timeZone }).getTime()
}

function startAt(
  wall: Temporal.PlainDateTime,
  { start, clock }: Pick<Outline, 'start' | 'clock'>,
  setting: EventSetting,
): number {
  return start.isDay ? midnight(wall, setting) : clock(wall)
}

function instantOf(time: WrittenTime, setting: Pick<EventSetting, 'clockOf' | 'timeZone'>): number {
  return time.isDay ? midnight(time.wall, setting) : setting.clockOf(time.zone)(time.wall)
}

function* startsOf(
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

interface Exclusions {
  readonly instants: ReadonlySet<number>
  /** ISO dates: a whole day is left out. */
  readonly days: ReadonlySet<string>
}

function exclusionsOf(event: Lines, setting: EventSetting): Exclusions {
  const times = (event.get('EXDATE') ?? []).flatMap((line) => timesIn(line))
  return {
    instants: new Set(times.filter(({ isDay }) => !isDay).map((time) => instantOf(time, setting))),
    days: new Set(times.filter(({ isDay }) => isDay).map(({ wall }) => wall.toPlainDate().toString())),
  }
}

function isLeftOut(
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
