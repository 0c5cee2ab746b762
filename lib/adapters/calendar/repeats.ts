import ICAL from 'ical.js'
import { Temporal } from 'temporal-polyfill'
import { NotUnderstoodError } from './moment'

/** A rule needs more steps than it may take, or repeats more often than duty does. */
export class TooOftenError extends Error {}

/** How many steps rules may still take: each rule, and all rules of one file together. */
export interface Steps {
  left: number
}

/** Steps of all rules of a file. A rule that finds nothing takes steps too. */
export const stepsOfFile = 250_000
/** Something of each day since 1990 takes 14,000 of them. */
const stepsOfRule = 20_000
/** From one time to the next: from one 29 February to another is 1,461 days. */
const stepsOfNext = 1_600
const longestRule = 500
const longestInterval = 400
const often = new Set(['SECONDLY', 'MINUTELY', 'HOURLY'])

/** Nothing of a rule lies after this any more. */
class PastEndError extends Error {}

let bound: { readonly all: Steps; ofRule: number; ofNext: number; readonly lastYear: number } = {
  ...{ all: { left: 0 }, ofRule: 0, ofNext: 0, lastYear: 0 },
}

function step(year: number, cost = 1): void {
  bound.all.left -= cost
  bound.ofRule -= cost
  bound.ofNext -= cost
  if (year > bound.lastYear) throw new PastEndError()
  if (Math.min(bound.all.left, bound.ofRule, bound.ofNext) < 0) throw new TooOftenError()
}

/**
 * The library's iterator looks for the next time for as long as it takes, which may be for ever. Each way round any of its loops comes
 * through one of these.
 */
class BoundIterator extends ICAL.RecurIterator {
  override check_contracting_rules(): boolean {
    step(this.last.year)
    return super.check_contracting_rules()
  }
  override increment_year(by: number): void {
    step(this.last.year, 10)
    super.increment_year(by)
  }
  override increment_month(): void {
    step(this.last.year)
    super.increment_month()
  }
}

/**
 * When something repeats by a rule (`FREQ=WEEKLY;BYDAY=MO`), by the clock on the wall, from `from` up to the end of `lastYear`; and a
 * null now and then, where work can be interrupted. `until` is the rule's own end by the same clock.
 */
export function* repeats(
  rule: string,
  from: Temporal.PlainDateTime,
  until: (text: string) => Temporal.PlainDateTime,
  { all, lastYear }: { readonly all: Steps; readonly lastYear: number },
): Generator<Temporal.PlainDateTime | null> {
  const recur = ruleOf(rule, until)
  const limits = { all, ofRule: stepsOfRule, ofNext: stepsOfRule, lastYear }
  try {
    bound = limits
    const iterator = new BoundIterator({ rule: recur, dtstart: timeOf(from) })
    for (let given = 1; ; given += 1) {
      bound = limits
      bound.ofNext = stepsOfNext
      step(from.year > lastYear ? from.year : 0)
      const next = iterator.next() as ICAL.Time | null
      if (next === null) return
      const wall = wallOf(next)
      if (isOf(recur, wall)) yield wall
      if (given % 50 === 0) yield null
    }
  } catch (error) {
    if (error instanceof PastEndError) return
    if (error instanceof TooOftenError) throw error
    throw new NotUnderstoodError()
  }
}

/** Where a month has no such day, the library gives one of the next month. */
function isOf(recur: ICAL.Recur, wall: Temporal.PlainDateTime): boolean {
  const parts = recur.parts as Readonly<Record<string, readonly number[] | undefined>>
  const { BYMONTH: months, BYMONTHDAY: days } = parts
  if (months?.includes(wall.month) === false) return false
  return days === undefined || days.includes(wall.day) || days.includes(wall.day - wall.daysInMonth - 1)
}

function ruleOf(rule: string, until: (text: string) => Temporal.PlainDateTime): ICAL.Recur {
  const ends = /(?:^|;)UNTIL=([^;]*)/iu.exec(rule)?.[1]
  const recur = parsed(rule)
  if (often.has(recur.freq)) throw new TooOftenError()
  if (recur.interval < 1 || recur.interval > longestInterval) throw new NotUnderstoodError()
  if (ends !== undefined) recur.until = timeOf(until(ends))
  return recur
}

function parsed(rule: string): ICAL.Recur {
  if (rule.length > longestRule) throw new NotUnderstoodError()
  try {
    return ICAL.Recur.fromString(rule.replace(/(?:^|;)UNTIL=[^;]*/iu, '').replace(/^;/u, ''))
  } catch {
    throw new NotUnderstoodError()
  }
}

function timeOf({ year, month, day, hour, minute, second }: Temporal.PlainDateTime): ICAL.Time {
  return new ICAL.Time({ year, month, day, hour, minute, second, isDate: false }, ICAL.Timezone.localTimezone)
}

function wallOf({ year, month, day, hour, minute, second }: ICAL.Time): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from({ year, month, day, hour, minute, second })
}
