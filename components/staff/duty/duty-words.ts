import type { Clock } from '@/components/staff/clock'
import { saidTime } from '@/components/staff/clock'
import { firstMoment } from '@/lib/domain/rota/first-moment'
import type { Pattern, Turn } from '@/lib/domain/rota/duty-sources'
import type { PartOfDay } from '@/lib/domain/rota/weeks'
import type { Shift } from '@/lib/domain/officer-facts'
import { Temporal } from 'temporal-polyfill'

const noon = (day: string) => new Date(`${day}T12:00:00Z`)

/** A day (ISO date): `Mon 23 Nov`, with the year when it is not this one. */
export function dayWords(day: string, { now }: Pick<Clock, 'now'>): string {
  const isThisYear = day.startsWith(String(now.getUTCFullYear()))
  const parts = { weekday: 'short', day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    ...parts,
    ...(isThisYear ? {} : ({ year: 'numeric' } as const)),
  })
    .format(noon(day))
    .replaceAll(',', '')
}

/** A weekday of a day of a cycle, 0 the first: `Mon`. */
export function weekdayOf(startsOn: string, day: number): string {
  const date = noon(startsOn).getTime() + day * 86_400_000
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short' }).format(date)
}

/** The weekday of a day (ISO date) in full: `Monday`. */
export function weekdayNamed(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }).format(noon(day))
}

function clockTime(at: Date, { timeZone }: Pick<Clock, 'timeZone'>): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

/** A part of a day: `On duty 09:00 to 17:00`, `Away all day`. */
export function partWords(part: PartOfDay, clock: Clock): string {
  const { t } = clock
  const [from, to] = [clockTime(part.startsAt, clock), clockTime(part.endsAt, clock)]
  const [isFromMidnight, isToMidnight] = [from === '00:00', to === '00:00']
  const key = isFromMidnight ? (isToMidnight ? 'all' : 'to') : isToMidnight ? 'from' : 'span'
  return t(`staff.duty.weeks.${part.kind}`, { when: t(`staff.duty.weeks.${key}`, { from, to }) })
}

/** A time on one occasion: two days where it is of whole days, else two times. */
export function occasionWords({ startsAt, endsAt }: Shift, clock: Clock): string {
  const { t, timeZone } = clock
  const day = (at: Date) => dayOf(at, timeZone)
  const isMidnight = (at: Date) => firstMoment(day(at), '00:00', { timeZone }).getTime() === at.getTime()
  if (!isMidnight(startsAt) || !isMidnight(endsAt)) return timesWords({ startsAt, endsAt }, clock)
  const [first, last] = [day(startsAt), day(endsAt).subtract({ days: 1 })]
  const words = { from: dayWords(first.toString(), clock), to: dayWords(last.toString(), clock) }
  return t(`staff.duty.leave.${first.equals(last) ? 'wholeDay' : 'wholeDays'}`, words)
}

function timesWords({ startsAt, endsAt }: Shift, clock: Clock): string {
  const { t, timeZone } = clock
  const [first, last] = [dayOf(startsAt, timeZone), dayOf(endsAt, timeZone)]
  if (!first.equals(last))
    return t('staff.duty.weeks.span', { from: saidTime(startsAt, clock), to: saidTime(endsAt, clock) })
  const [from, to] = [clockTime(startsAt, clock), clockTime(endsAt, clock)]
  return t('staff.duty.weeks.sameDay', { day: dayWords(first.toString(), clock), from, to })
}

function dayOf(at: Date, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
}

/** The turns of a pattern, days with the same times together: `Mon, Tue 07:00 to 15:00`. */
export function turnWords(
  { startsOn, cycleDays, turns }: Pattern,
  { t }: Pick<Clock, 't'>,
): readonly string[] {
  const byTimes = Map.groupBy(turns, ({ from, to }) => t('staff.duty.weeks.span', { from, to }))
  const nameOf = ({ day }: Turn) =>
    cycleDays === 7 ? weekdayOf(startsOn, day) : t('staff.duty.pattern.day', { day: day + 1 })
  return [...byTimes].map(([times, same]) => `${same.map(nameOf).join(', ')} ${times}`)
}
