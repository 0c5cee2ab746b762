import type { Shift } from '../officer-facts'

/** What a calendar is taken for. */
export const calendarUses = ['duty', 'leave'] as const
export type CalendarUse = (typeof calendarUses)[number]

/** Why a calendar is not taken at all. */
export const calendarProblems = [
  'no-use',
  'no-file',
  'too-large',
  'not-a-calendar',
  'cut-short',
  'too-many-events',
  'too-many-times',
] as const
export type CalendarProblem = (typeof calendarProblems)[number]

/** Why an event of a calendar is left out. Each event is left out for one reason at most. */
export const leftOutReasons = [
  'past',
  'later',
  'cancelled',
  'all-day',
  'away-here',
  'duty-here',
  'no-length',
  'too-long',
  'too-often',
  'unknown-zone',
  'this-and-future',
  'not-understood',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** What was understood of a calendar: times, and nothing else that is in it. */
export interface UnderstoodCalendar {
  /** How many events there are in the file. */
  readonly events: number
  /** When, in order, what overlaps or touches as one. */
  readonly spans: readonly Shift[]
  /** How many events were left out, by why. */
  readonly leftOut: ReadonlyMap<LeftOutReason, number>
}

/** The limits of a calendar that is taken. */
export const calendarLimits = {
  bytes: 5 * 1024 * 1024,
  events: 50_000,
  /** Times, after those that touch are one: four a day for a year. */
  spans: 1_400,
} as const

/** What somebody says a calendar is; null where they say nothing that it could be. */
export function readUse(said: unknown): CalendarUse | null {
  return calendarUses.find((use) => use === said) ?? null
}

const inSeconds = (milliseconds: number) => Math.floor(milliseconds / 1000).toString(36)
const seconds = (at: Date) => inSeconds(at.getTime())
const lengthOf = ({ startsAt, endsAt }: Shift) => inSeconds(endsAt.getTime() - startsAt.getTime())

/** What is kept of a calendar until somebody has looked at it, as text. */
export function writeUnderstood({
  events,
  spans,
  leftOut,
}: UnderstoodCalendar): Readonly<Record<string, string>> {
  return {
    events: String(events),
    spans: spans.map((span) => `${seconds(span.startsAt)}+${lengthOf(span)}`).join(' '),
    'left-out': [...leftOut].map(([reason, count]) => `${reason}:${String(count)}`).join(' '),
  }
}

/** The same from that text. */
export function readUnderstood(kept: Readonly<Record<string, string>>): UnderstoodCalendar {
  const words = (name: string) => (kept[name] ?? '').split(' ').filter((word) => word !== '')
  const date = (text = '') => new Date(Number.parseInt(text, 36) * 1000)
  const spans = words('spans').map((word) => {
    const [from, length] = word.split('+')
    const startsAt = date(from)
    return { startsAt, endsAt: new Date(startsAt.getTime() + date(length).getTime()) }
  })
  const leftOut = words('left-out').flatMap((word): [LeftOutReason, number][] => {
    const [name, count] = word.split(':')
    const reason = leftOutReasons.find((known) => known === name)
    return reason === undefined ? [] : [[reason, Number(count)]]
  })
  return { events: Number(kept.events ?? 0), spans, leftOut: new Map(leftOut) }
}
