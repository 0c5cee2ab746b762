import { Temporal } from 'temporal-polyfill'
import type { RecordType } from './record-type'

/** Days on which something holds; `until` null: for good. */
export interface Days {
  readonly from: string
  readonly until: string | null
}

/** Why a version cannot be proposed; words are `staff.recordType.problem.<code>`. */
export type EditionProblem = 'past' | 'waiting' | 'same-day' | 'overlap'

/**
 * What stands in the way of a new version; null: nothing. It takes the place of the version that holds on its first day, which then ends the day
 * before. It begins today at the earliest, on another day than any version does, and ends before the next begins; one proposal waits at a time.
 */
export function editionProblem(
  proposed: Days & Pick<RecordType, 'disposition'>,
  today: string,
  rows: readonly RecordType[],
): EditionProblem | null {
  if (proposed.from < today) return 'past'
  const versions = rows.filter(({ disposition }) => disposition === proposed.disposition)
  if (versions.some(({ approved }) => approved === null)) return 'waiting'
  const held = versions.filter(({ approved }) => approved === true)
  if (held.some(({ from }) => from === proposed.from)) return 'same-day'
  const next = held.map(({ from }) => from).filter((from) => from > proposed.from)
  const clashes = next.some((from) => proposed.until === null || proposed.until >= from)
  return clashes ? 'overlap' : null
}

/** The version whose place a new one takes, which ends the day before; null where none holds on that day. */
export function replacedBy<T extends RecordType>(
  { from, disposition }: Days & Pick<RecordType, 'disposition'>,
  rows: readonly T[],
): T | null {
  return (
    rows.find(
      (one) =>
        one.disposition === disposition &&
        one.approved === true &&
        one.from < from &&
        (one.until === null || one.until >= from),
    ) ?? null
  )
}

/** The days between versions of an ending, and after the last, on which it is not offered: in order. */
export function gapsOf(disposition: string, rows: readonly RecordType[]): readonly Days[] {
  const held = rows
    .filter((one) => one.disposition === disposition && one.approved === true)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  return held.flatMap(({ until }, at): readonly Days[] => {
    if (until === null) return []
    const next = held[at + 1]
    const from = dayAfter(until)
    if (next === undefined) return [{ from, until: null }]
    return next.from === from ? [] : [{ from, until: dayBefore(next.from) }]
  })
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** A day as somebody typed it in an address or a form (`YYYY-MM-DD`); null where it is none between 2000 and 2100. */
export function readDay(text: unknown): string | null {
  if (typeof text !== 'string' || !/^20\d{2}-\d{2}-\d{2}$/u.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
