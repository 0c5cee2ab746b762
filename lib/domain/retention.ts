import { Temporal } from 'temporal-polyfill'
import { localTime } from './calendar'
import { DomainError } from './errors'
import type { Force } from './force'
import type { Period } from './force-endings'
import type { SubmissionKind } from './words'

/** Why a case is kept longer than its period: codes, kept in its history and the audit. */
export const keepReasons = [
  'crime-record',
  'linked-case',
  'ongoing-contact',
  'pattern',
  'asked-by-person',
] as const

/** How many days an erased case stays on the page of what was erased. */
export const erasedShownDays = 90

/** What the end of a period is reckoned from. Days are `YYYY-MM-DD` by the force's clock. */
export interface RetentionFacts {
  readonly kind: SubmissionKind
  readonly disposition: string | null
  readonly receivedAt: Date
  readonly closedAt: Date | null
  /** Until when somebody decided to keep it. */
  readonly keptUntil: string | null
}

/** When a period ends: from that day on the case is to be erased or kept for a reason. */
export interface Retention {
  /** Whose words are `retention.rule.<id>`. */
  readonly ruleId: string
  readonly keep: Period
  readonly dueOn: string
  /** The day from which it is told. */
  readonly warnOn: string
}

type RetainingForce = Pick<Force, 'retention' | 'timeZone'>

/**
 * When the period of a closed case ends; null while it is open. Whole calendar months by the force's clock, from the day of closing; where a
 * month has no such day, its last. A case cannot have been closed before it came: a clock that stood wrong at closing shortens nothing,
 * and what somebody decided to keep is kept.
 */
export function retentionOf(facts: RetentionFacts, force: RetainingForce): Retention | null {
  if (facts.closedAt === null) return null
  const { id: ruleId, keep } = ruleFor(facts, force)
  const start = new Date(Math.max(facts.closedAt.getTime(), facts.receivedAt.getTime()))
  const ends = addPeriod(localTime(start, force).toPlainDate(), keep)
  const due = facts.keptUntil === null ? ends : later(ends, Temporal.PlainDate.from(facts.keptUntil))
  const warn = due.subtract({ days: force.retention.warnDays })
  return { ruleId, keep, dueOn: due.toString(), warnOn: warn.toString() }
}

/** The shortest and the longest of the periods a force keeps cases for, whatever they are and however they end. */
export function keepRange({ kinds, dispositions }: Force['retention']): {
  readonly least: Period
  readonly most: Period
} {
  const first = kinds.report.keep
  const all = [...Object.values(kinds), ...Object.values(dispositions)].map(({ keep }) => keep)
  return {
    least: all.reduce((one, other) => (daysOf(other) < daysOf(one) ? other : one), first),
    most: all.reduce((one, other) => (daysOf(other) > daysOf(one) ? other : one), first),
  }
}

/** Days, about: enough to say which of two periods is longer. */
function daysOf({ amount, unit }: Period): number {
  return unit === 'months' ? amount * 30.4 : amount
}

/** Whether a period is over, nearly over or neither, on a day (`YYYY-MM-DD`). Such days order as texts do. */
export function retentionState({ dueOn, warnOn }: Retention, today: string): 'kept' | 'soon' | 'overdue' {
  if (today >= dueOn) return 'overdue'
  return today >= warnOn ? 'soon' : 'kept'
}

/**
 * The days until which a case may be kept: the first is after today and after the day it is kept until already, the last as much later as
 * the force allows at one time.
 */
export function keepLimits(
  { dueOn }: Pick<Retention, 'dueOn'>,
  today: string,
  force: RetainingForce,
): { readonly first: string; readonly last: string } {
  const from = later(Temporal.PlainDate.from(today), Temporal.PlainDate.from(dueOn))
  return {
    first: from.add({ days: 1 }).toString(),
    last: addPeriod(from, force.retention.longerAtOnce).toString(),
  }
}

/** The day that somebody typed as `YYYY-MM-DD`, if it is within the limits; DomainError `invalid` otherwise. */
export function readKeepDay(typed: string, { first, last }: ReturnType<typeof keepLimits>): string {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(typed) ? dayOrNull(typed) : null
  if (day === null || day < first || day > last) throw new DomainError('invalid')
  return day
}

function dayOrNull(text: string): string | null {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

function ruleFor({ kind, disposition }: RetentionFacts, { retention }: RetainingForce) {
  const byEnding = disposition === null ? undefined : retention.dispositions[disposition]
  return byEnding ?? retention.kinds[kind]
}

function addPeriod(day: Temporal.PlainDate, { amount, unit }: Period): Temporal.PlainDate {
  return day.add(unit === 'days' ? { days: amount } : { months: amount })
}

function later(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? other : one
}

/** The lists of the page for whoever decides how long cases are kept, in their order. */
export const retentionLists = ['waiting', 'overdue', 'soon', 'held', 'erased'] as const
export type RetentionList = (typeof retentionLists)[number]

/** The list that is asked for in an address; the first where none is. */
export function readRetentionList(text: unknown): RetentionList {
  return retentionLists.find((known) => known === text) ?? 'waiting'
}
