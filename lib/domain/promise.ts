import { instantOf, isAfterHours, localTime } from './calendar'
import { after } from './clocks/span'
import type { Force } from './force'
import type { Risk } from './words'

/**
 * The time by which the force aims to have made first contact, whoever is on duty. Hours run by the clock, through nights and
 * holidays. Working days end when reading hours end; the day of receipt is not counted, and what comes after reading hours counts
 * as received the next day.
 */
export function promisedBy(risk: Risk, receivedAt: Date, force: Force): Date {
  return after(force.promises[risk], receivedAt, force)
}

/**
 * When somebody will next be reading what was sent: the same instant while reading hours run, else their next start.
 * Reading days are the force's own and may include weekends and holidays.
 */
export function nextRead(receivedAt: Date, force: Force): Date {
  const { from, days } = force.readingHours
  const received = localTime(receivedAt, force)
  let day = received.toPlainDate()
  if (isAfterHours(received, force.readingHours)) day = day.add({ days: 1 })
  while (!days.includes(day.dayOfWeek)) day = day.add({ days: 1 })
  const opens = instantOf(day, from, force)
  return opens > receivedAt ? opens : receivedAt
}

/** From one moment until another. */
export interface Stretch {
  readonly from: Date
  readonly until: Date
}

/** When somebody reads what was sent, one day after another, from one moment until another. */
export function readingSpans(from: Date, until: Date, force: Force): readonly Stretch[] {
  const { days, ...hours } = force.readingHours
  const spans: Stretch[] = []
  for (let day = localTime(from, force).toPlainDate(); ; day = day.add({ days: 1 })) {
    const [opens, ends] = [instantOf(day, hours.from, force), instantOf(day, hours.to, force)]
    if (opens >= until) return spans
    const span = { from: later(opens, from), until: ends < until ? ends : until }
    if (days.includes(day.dayOfWeek) && span.from < span.until) spans.push(span)
  }
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}
