import { Temporal } from 'temporal-polyfill'
import type { Force } from '../force'
import type { Shift } from '../officer-facts'
import { firstMoment } from './first-moment'
import { mondayOf } from './presets'
import { merged, within } from './spans'

type Clock = Pick<Force, 'timeZone'>

/** A part of a day, as clocks show it. */
export interface PartOfDay extends Shift {
  readonly kind: 'duty' | 'away'
}

export interface RotaDay {
  /** ISO date. */
  readonly date: string
  readonly parts: readonly PartOfDay[]
}

/** Weeks of seven days, the first of which is a Monday. */
export type RotaWeek = readonly RotaDay[]

/** Duty and leave as weeks show them, from a Monday (ISO date) on: each day with its parts in order. */
export function weeksOf(
  monday: string,
  count: number,
  { shifts, leave }: { readonly shifts: readonly Shift[]; readonly leave: readonly Shift[] },
  force: Clock,
): readonly RotaWeek[] {
  const first = Temporal.PlainDate.from(monday)
  const away = merged(leave)
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => {
      const date = first.add({ days: week * 7 + day })
      const [from, to] = [
        firstMoment(date, '00:00', force),
        firstMoment(date.add({ days: 1 }), '00:00', force),
      ]
      const parts = [...partsOf('duty', shifts, from, to), ...partsOf('away', away, from, to)]
      const inOrder = parts.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
      return { date: date.toString(), parts: inOrder }
    }),
  )
}

function partsOf(kind: 'duty' | 'away', spans: readonly Shift[], from: Date, to: Date): readonly PartOfDay[] {
  return within(spans, from, to).map((part) => ({ ...part, kind }))
}

/** From when until when weeks from a Monday on last. */
export function spanOfWeeks(monday: string, count: number, force: Clock): Shift {
  const first = Temporal.PlainDate.from(monday)
  return {
    startsAt: firstMoment(first, '00:00', force),
    endsAt: firstMoment(first.add({ weeks: count }), '00:00', force),
  }
}

/** A Monday some weeks before or after another. */
export function weeksFrom(monday: string, weeks: number): string {
  return Temporal.PlainDate.from(monday).add({ weeks }).toString()
}

/** The Monday of the week that an address asks for (any ISO date in it), within ten years of `usual`; else `usual`. */
export function readWeek(asked: unknown, usual: string): string {
  if (typeof asked !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(asked)) return usual
  const years = Number(asked.slice(0, 4)) - Number(usual.slice(0, 4))
  if (Math.abs(years) > 10) return usual
  try {
    return mondayOf(asked)
  } catch {
    return usual
  }
}
