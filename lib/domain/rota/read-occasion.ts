import { Temporal } from 'temporal-polyfill'
import type { Force } from '../force'
import type { Shift } from '../officer-facts'
import { turnOn } from './duty-of'
import { firstMoment } from './first-moment'
import { patternSchema } from './pattern'
import type { RotaProblem } from './pattern'
import { readTime } from './read-pattern'
import type { ReadForm, RotaFieldProblem, Typed } from './read-pattern'

type Clock = Pick<Force, 'timeZone'>

export const extraFields = ['extra-day', 'extra-from', 'extra-to'] as const
export const leaveFields = ['leave-first', 'leave-from', 'leave-last', 'leave-to'] as const
export const endFields = ['last-day'] as const

const day = 86_400_000
/** Leave of a year, and of the longest parental leave with what is saved up, is no slip of the finger. */
const longestLeave = 2 * 366 * day
const farthest = 2 * 366 * day

/** Reads duty on one occasion: a day and two times, of which the second may be of the next day. */
export function readExtra(typed: Typed, now: Date, force: Clock): ReadForm<Shift> {
  const on = dayIn(typed('extra-day'))
  const [from, to] = [readTime(typed('extra-from')), readTime(typed('extra-to'))]
  const problems: RotaFieldProblem[] = [
    ...(on === null ? [{ field: 'extra-day', code: 'bad-date' } as const] : []),
    ...(isTime(from) ? [] : [{ field: 'extra-from', code: 'bad-time' } as const]),
    ...(isTime(to) ? [] : [{ field: 'extra-to', code: 'bad-time' } as const]),
  ]
  if (on === null || problems.length > 0) return { ok: false, problems }
  const span = turnOn(on, from, to, force)
  return checked(span, 'extra-day', spanProblem(span, now))
}

/**
 * Reads when somebody is away: two days, each with a time where it is not whole. Whole days last from midnight to midnight by the
 * force's clock.
 */
export function readLeave(typed: Typed, now: Date, force: Clock): ReadForm<Shift> {
  const [first, last] = [dayIn(typed('leave-first')), dayIn(typed('leave-last'))]
  const [from, to] = [readTime(typed('leave-from')), readTime(typed('leave-to'))]
  const problems: RotaFieldProblem[] = [
    ...(first === null ? [{ field: 'leave-first', code: 'bad-date' } as const] : []),
    ...timeProblems('leave-from', from),
    ...(last === null ? [{ field: 'leave-last', code: 'bad-date' } as const] : []),
    ...timeProblems('leave-to', to),
  ]
  if (first === null || last === null || problems.length > 0) return { ok: false, problems }
  const startsAt = firstMoment(first, from === '' ? '00:00' : from, force)
  const endsAt = to === '' ? firstMoment(last.add({ days: 1 }), '00:00', force) : firstMoment(last, to, force)
  const span = { startsAt, endsAt }
  if (endsAt <= startsAt) return { ok: false, problems: [{ field: 'leave-last', code: 'ends-before-start' }] }
  const length = endsAt.getTime() - startsAt.getTime()
  return checked(span, 'leave-last', length > longestLeave ? 'too-long' : spanProblem(span, now))
}

/** Reads the last day of a pattern, no earlier than its first. */
export function readLastDay(typed: Typed, startsOn: string): ReadForm<string> {
  const last = dayIn(typed('last-day'))
  if (last === null) return { ok: false, problems: [{ field: 'last-day', code: 'bad-date' }] }
  const code = last.toString() < startsOn ? 'ends-before-start' : null
  return checked(last.toString(), 'last-day', code)
}

/** A time may be left out. */
function timeProblems(field: string, time: string): readonly RotaFieldProblem[] {
  return time === '' || isTime(time) ? [] : [{ field, code: 'bad-time' }]
}

function checked<T>(value: T, field: string, code: RotaProblem | null): ReadForm<T> {
  return code === null ? { ok: true, value } : { ok: false, problems: [{ field, code }] }
}

function spanProblem({ startsAt, endsAt }: Shift, now: Date): RotaProblem | null {
  if (endsAt <= startsAt) return 'bad-time'
  if (endsAt <= now) return 'over'
  return startsAt.getTime() > now.getTime() + farthest ? 'too-far' : null
}

function dayIn(typed: string): Temporal.PlainDate | null {
  const text = typed.trim()
  return patternSchema.shape.startsOn.safeParse(text).success ? Temporal.PlainDate.from(text) : null
}

const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text)
