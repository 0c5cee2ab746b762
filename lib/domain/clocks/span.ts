import type { Temporal } from 'temporal-polyfill'
import { addWorkingDays, instantOf, isAfterHours, localTime } from '../calendar'
import type { Force } from '../force'
import type { Span } from './length'

/** What reckoning needs of a force. */
export type Calendar = Pick<Force, 'timeZone' | 'readingHours'>

const hour = 3_600_000
/** Reading hours that never come are not looked for any longer than this. */
const mostDays = 1_000

/**
 * The time that comes a span after `from`. Hours run by the clock, through nights and holidays. Working hours run while the force
 * reads. Working days end when reading hours end; the day of `from` is not counted, and what comes after reading hours counts as of
 * the next day. Never before `from`, whatever the span: one of nothing, or less, is no time at all.
 */
export function after(span: Span, from: Date, force: Calendar): Date {
  const amount = Number.isFinite(span.amount) ? Math.max(0, span.amount) : 0
  const end = reckoned({ ...span, amount }, from, force)
  return end > from ? end : from
}

function reckoned({ amount, unit }: Span, from: Date, force: Calendar): Date {
  if (unit === 'hours') return new Date(from.getTime() + amount * hour)
  if (unit === 'working-hours') return afterReading(amount * hour, from, force)
  const local = localTime(from, force)
  const counted = local.toPlainDate().add({ days: isAfterHours(local, force.readingHours) ? 1 : 0 })
  return instantOf(addWorkingDays(counted, amount), force.readingHours.to, force)
}

/** Reading days are the force's own: weekends and holidays among them count. */
function afterReading(wanted: number, from: Date, force: Calendar): Date {
  let left = wanted
  let day = localTime(from, force).toPlainDate()
  for (let days = 0; days < mostDays; days += 1, day = day.add({ days: 1 })) {
    const hours = readingOn(day, from, force)
    if (hours === null) continue
    const length = hours.to.getTime() - hours.from.getTime()
    if (length >= left) return new Date(hours.from.getTime() + left)
    left -= length
  }
  return from
}

/** What is left of a day's reading hours from a moment on; null where there are none. */
function readingOn(day: Temporal.PlainDate, from: Date, force: Calendar): { from: Date; to: Date } | null {
  const { readingHours } = force
  if (!readingHours.days.includes(day.dayOfWeek)) return null
  const opens = instantOf(day, readingHours.from, force)
  const closes = instantOf(day, readingHours.to, force)
  const start = opens > from ? opens : from
  return closes > start ? { from: start, to: closes } : null
}
