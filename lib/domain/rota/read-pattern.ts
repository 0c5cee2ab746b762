import { Temporal } from 'temporal-polyfill'
import { longestCycle, patternSchema, rotaProblems } from './pattern'
import type { RotaProblem } from './pattern'
import type { Pattern, Turn } from './duty-sources'

/** What is wrong with one field of a form. */
export interface RotaFieldProblem {
  readonly field: string
  readonly code: RotaProblem
}

/** What a form gives: the thing itself, or what is wrong with each field, in the order of the form. */
export type ReadForm<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly RotaFieldProblem[] }

/** Gives what somebody typed into a field of this name; empty where there is no such field. */
export type Typed = (name: string) => string

/**
 * Names of all fields of a pattern's form: `from-0` and `to-0` are of the first day of the cycle. `weekday` (1 to 7, Monday is 1) and `rows` say
 * what whoever filled it in had before them: what the first day was called, and how many days there were.
 */
export const patternFields: readonly string[] = [
  ...['pattern', 'starts-on', 'ends-on', 'cycle', 'weekday', 'rows'],
  ...Array.from({ length: longestCycle }, (_, day) => [`from-${String(day)}`, `to-${String(day)}`]).flat(),
]

/** A time as people type it, `7`, `7.30`, `0730`, `07:30`, as `HH:MM`; as it is where it is none. */
export function readTime(typed: string): string {
  const text = typed.trim()
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/u.exec(text) ?? []
  if (hour === '') return text
  return hour === '24' && minute === '00' ? '00:00' : `${hour.padStart(2, '0')}:${minute}`
}

/** How many days a form says its cycle has; null where that is no number of days that a cycle can have. */
export function readCycle(typed: string): number | null {
  const days = /^\d{1,2}$/u.test(typed.trim()) ? Number(typed) : 0
  return days >= 1 && days <= longestCycle ? days : null
}

/** The weekday of a day (ISO date), 1 to 7, Monday is 1; null where it is no day. */
export function weekdayNumber(day: string): number | null {
  const parsed = patternSchema.shape.startsOn.safeParse(day.trim())
  return parsed.success ? Temporal.PlainDate.from(parsed.data).dayOfWeek : null
}

/**
 * The times of a pattern's form would be of other days than they were typed for: its first day has become another weekday, or there are to be
 * more days or fewer than were shown.
 */
export function shownOtherwise(typed: Typed): readonly RotaFieldProblem[] {
  const [weekday, rows, cycle] = [typed('weekday'), typed('rows'), readCycle(typed('cycle'))]
  const first = weekdayNumber(typed('starts-on'))
  const hasMoved = weekday !== '' && first !== null && String(first) !== weekday
  return [
    ...(hasMoved ? [{ field: 'starts-on', code: 'other-weekday' } as const] : []),
    ...(rows !== '' && cycle !== null && String(cycle) !== rows
      ? [{ field: 'cycle', code: 'other-rows' } as const]
      : []),
  ]
}

/**
 * Reads the form of a pattern, which has one turn for each day at most. A day without times is off. What was typed under other days than it would
 * be kept for is not taken.
 */
export function readPattern(typed: Typed): ReadForm<Pattern> {
  const shown = shownOtherwise(typed)
  const read = readTyped(typed)
  if (shown.length === 0) return read
  // Days that were not there yet lack nothing.
  const others = read.ok ? [] : read.problems.filter(({ code }) => code !== 'no-turns')
  return { ok: false, problems: inOrder([...shown, ...others]) }
}

function readTyped(typed: Typed): ReadForm<Pattern> {
  const cycleDays = readCycle(typed('cycle'))
  if (cycleDays === null) return { ok: false, problems: [{ field: 'cycle', code: 'cycle' }] }
  const { turns, half } = readTurns(typed, cycleDays)
  const endsOn = typed('ends-on').trim()
  const parsed = patternSchema.safeParse({
    startsOn: typed('starts-on').trim(),
    endsOn: endsOn === '' ? null : endsOn,
    cycleDays,
    turns,
  })
  if (parsed.success && half.length === 0) return { ok: true, value: parsed.data }
  const found = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => problemAt(path, message, turns))
  // Nothing but halves: what they lack is said, and not that there is nothing.
  const wrong = half.length === 0 ? found : found.filter(({ code }) => code !== 'no-turns')
  return { ok: false, problems: inOrder([...wrong, ...half]) }
}

function readTurns(typed: Typed, cycleDays: number) {
  const turns: Turn[] = []
  const half: RotaFieldProblem[] = []
  for (let day = 0; day < cycleDays; day += 1) {
    const [from, to] = [readTime(typed(`from-${String(day)}`)), readTime(typed(`to-${String(day)}`))]
    if (from !== '' && to !== '') turns.push({ day, from, to })
    else if (from !== to)
      half.push({ field: `${from === '' ? 'from' : 'to'}-${String(day)}`, code: 'half-turn' })
  }
  return { turns, half }
}

function problemAt(path: readonly PropertyKey[], message: string, turns: readonly Turn[]): RotaFieldProblem {
  const code = rotaProblems.find((known) => known === message) ?? 'bad-time'
  const [part, place, end] = path
  if (part === 'startsOn') return { field: 'starts-on', code }
  if (part === 'endsOn') return { field: 'ends-on', code }
  if (part === 'cycleDays') return { field: 'cycle', code }
  const day = typeof place === 'number' ? (turns[place]?.day ?? 0) : 0
  return { field: `${end === 'to' ? 'to' : 'from'}-${String(day)}`, code }
}

function inOrder(problems: readonly RotaFieldProblem[]): readonly RotaFieldProblem[] {
  return problems.toSorted((one, other) => placeOf(one) - placeOf(other))
}

const placeOf = ({ field }: RotaFieldProblem) => patternFields.indexOf(field)
