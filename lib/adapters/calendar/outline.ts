import type { Temporal } from 'temporal-polyfill'
import { firstMoment } from '@/lib/domain/rota/first-moment'
import type { EventSetting } from './event-setting'
import { lengthIn, NotUnderstoodError, timeIn } from './moment'
import type { WrittenTime } from './moment'
import type { Lines } from './scan'
import type { ZoneClock } from './zones'

/** Where an event begins and for how long it goes on, and each time again where it repeats. */
export interface Outline {
  readonly start: WrittenTime
  readonly clock: ZoneClock
  readonly endOf: (start: Temporal.PlainDateTime) => number
}

/** Where an event begins, and for how long it goes on. Throws what `reasonOf` knows. */
export function outlineOf(event: Lines, setting: EventSetting): Outline {
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

/** When one of the times of an event begins, in milliseconds. */
export function startAt(
  wall: Temporal.PlainDateTime,
  { start, clock }: Pick<Outline, 'start' | 'clock'>,
  setting: EventSetting,
): number {
  return start.isDay ? midnight(wall, setting) : clock(wall)
}

/** The instant of a time, in milliseconds. */
export function instantOf(time: WrittenTime, setting: Pick<EventSetting, 'clockOf' | 'timeZone'>): number {
  return time.isDay ? midnight(time.wall, setting) : setting.clockOf(time.zone)(time.wall)
}
