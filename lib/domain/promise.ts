import { addWorkingDays, instantOf, isAfterHours, localTime } from './calendar'
import type { Force } from './force'
import type { Risk } from './words'

const hour = 3_600_000

/**
 * The time by which the force says it will have made first contact. Hours run by the clock, through nights and holidays.
 * Working days end when reading hours end; the day of receipt is not counted, and what comes after reading hours counts
 * as received the next day.
 */
export function promisedBy(risk: Risk, receivedAt: Date, force: Force): Date {
  const { amount, unit } = force.promises[risk]
  if (unit === 'hours') return new Date(receivedAt.getTime() + amount * hour)
  const received = localTime(receivedAt, force)
  const late = isAfterHours(received, force.readingHours)
  const counted = received.toPlainDate().add({ days: late ? 1 : 0 })
  return instantOf(addWorkingDays(counted, amount), force.readingHours.to, force)
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
