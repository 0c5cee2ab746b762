import { daysBetween } from './local-day'

/** How far away a time is, as a message under `staff.when` and its values. */
export interface TimeLeft {
  readonly key:
    'minutesLate' | 'hoursLate' | 'daysLate' | 'inMinutes' | 'inHours' | 'tomorrow' | 'onDay' | 'onDate'
  readonly count: number
}

/** Whole minutes within the hour, hours within half a day, then the day by name within a week and by date beyond. */
export function timeLeft(at: Date, now: Date, timeZone: string): TimeLeft {
  const minutes = Math.round((at.getTime() - now.getTime()) / 60_000)
  if (minutes < 0) return late(-minutes)
  if (minutes < 60) return { key: 'inMinutes', count: minutes }
  const days = daysBetween(now, at, timeZone)
  if (minutes < 12 * 60 || days === 0) return { key: 'inHours', count: Math.round(minutes / 60) }
  if (days === 1) return { key: 'tomorrow', count: days }
  return { key: days < 7 ? 'onDay' : 'onDate', count: days }
}

function late(minutes: number): TimeLeft {
  if (minutes < 60) return { key: 'minutesLate', count: minutes }
  const hours = Math.round(minutes / 60)
  return hours < 48 ? { key: 'hoursLate', count: hours } : { key: 'daysLate', count: Math.round(hours / 24) }
}
