import { Temporal } from 'temporal-polyfill'
import type { Pattern, Turn } from './duty-sources'

/** Patterns that many people have, to begin from. */
export const presetIds = ['weekdays', 'two-two-three', 'one-evening', 'blank'] as const
type PresetId = (typeof presetIds)[number]

const on = (days: readonly number[], from: string, to: string): readonly Turn[] =>
  days.map((day) => ({ day, from, to }))

const presets: Readonly<Record<PresetId, readonly Turn[]>> = {
  weekdays: on([0, 1, 2, 3, 4], '09:00', '17:00'),
  'two-two-three': [...on([0, 1], '07:00', '15:00'), ...on([2, 3], '14:00', '22:00')],
  // Thursday.
  'one-evening': on([3], '18:00', '22:00'),
  blank: [],
}

/** A pattern to begin from, by its id; its first day is the Monday of the week that `today` (ISO date) is in. */
export function presetOf(id: unknown, today: string): Pattern {
  const known = presetIds.find((each) => each === id) ?? 'blank'
  return { startsOn: mondayOf(today), endsOn: null, cycleDays: 7, turns: presets[known] }
}

/** The Monday of the week a day is in, as ISO dates. */
export function mondayOf(today: string): string {
  const day = Temporal.PlainDate.from(today)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
