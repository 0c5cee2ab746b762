import { daysBetween } from '@/lib/domain/local-day'
import { timeLeft } from '@/lib/domain/time-left'
import type { Translate } from '@/lib/i18n/translate'

/** What putting times into words needs: the time now, the force's clock, and the words. */
export interface Clock {
  readonly now: Date
  readonly timeZone: string
  readonly t: Translate
}

/** A time as somebody at the desk would say it: `today 17:00`, `Mon 12:00`, `3 Dec 09:30`, `3 Dec 2027 09:30`. */
export function saidTime(at: Date, clock: Clock): string {
  const { now, timeZone, t } = clock
  const time = saidHour(at, clock)
  const days = daysBetween(now, at, timeZone)
  if (days === 0) return t('staff.when.today', { time })
  if (days === 1) return t('staff.when.tomorrow', { time })
  if (days === -1) return t('staff.when.yesterday', { time })
  if (days > 1 && days < 7) return `${shown(at, clock, { weekday: 'short' })} ${time}`
  return `${saidDay(at, clock)} ${time}`
}

/** An hour of the force's clock: `20:00`. */
export function saidHour(at: Date, clock: Clock): string {
  return shown(at, clock, { hour: '2-digit', minute: '2-digit' })
}

/** How far away a time is: `40 minutes late`, `in 50 minutes`, and the day and time when it is further. */
export function saidDistance(at: Date, clock: Clock): string {
  const left = timeLeft(at, clock.now, clock.timeZone)
  if (left.key === 'tomorrow' || left.key === 'onDay' || left.key === 'onDate') return saidTime(at, clock)
  return clock.t(`staff.when.${left.key}`, { count: left.count })
}

/** Whether `saidDistance` already says the day and time, so that saying it again adds nothing. */
export function isFar(at: Date, { now, timeZone }: Clock): boolean {
  return ['tomorrow', 'onDay', 'onDate'].includes(timeLeft(at, now, timeZone).key)
}

/** A day: `3 Dec`, with the year when it is not this one. */
export function saidDay(at: Date, clock: Clock): string {
  const year = { year: 'numeric' } as const
  const sameYear = shown(at, clock, year) === shown(clock.now, clock, year)
  return shown(at, clock, { day: 'numeric', month: 'short', ...(sameYear ? {} : year) })
}

/** A day in full: `Friday 3 December 2027`. */
export function saidLongDay(at: Date, clock: Clock): string {
  return shown(at, clock, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

function shown(at: Date, { timeZone }: Clock, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...parts }).format(at)
}
