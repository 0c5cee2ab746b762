import type { Clock } from '@/components/staff/clock'
import { weekdayNamed } from '@/components/staff/duty/duty-words'
import type { FieldProblem } from '@/components/staff/field-problem'
import { currentForce } from '@/lib/config/current-force'
import { readExtra, readLastDay, readLeave } from '@/lib/domain/rota/read-occasion'
import { readCycle, readPattern, weekdayNumber } from '@/lib/domain/rota/read-pattern'
import type { ReadForm } from '@/lib/domain/rota/read-pattern'
import type { KeptAct } from '@/lib/drafts/kept-act'

/** What was wrong with each field of a form that was not taken, as it was kept; nothing for any other problem. */
export function dutyProblems(
  problem: unknown,
  kept: KeptAct | null,
  patterns: readonly { readonly id: string; readonly startsOn: string }[],
  { t, now }: Pick<Clock, 't' | 'now'>,
): readonly FieldProblem[] {
  if (problem !== 'invalid' || kept === null) return []
  const read = readAgain(kept, patterns, now)
  if (read === null || read.ok) return []
  const { 'starts-on': startsOn = '', cycle = '' } = kept.values
  const values = {
    weekday: weekdayNumber(startsOn) === null ? '' : weekdayNamed(startsOn),
    days: readCycle(cycle) ?? 0,
  }
  return read.problems.map(({ field, code }) => ({ field, message: t(`staff.duty.wrong.${code}`, values) }))
}

function readAgain(
  { form, values }: KeptAct,
  patterns: readonly { readonly id: string; readonly startsOn: string }[],
  now: Date,
): ReadForm<unknown> | null {
  const typed = (name: string) => values[name] ?? ''
  if (form === 'pattern-save') return readPattern(typed)
  if (form === 'extra-add') return readExtra(typed, now, currentForce())
  if (form === 'leave-add') return readLeave(typed, now, currentForce())
  const ended = patterns.find(({ id }) => id === values.id)
  return form === 'pattern-end' && ended !== undefined ? readLastDay(typed, ended.startsOn) : null
}

/** The id of the control of a field. */
export function controlOf(field: string, kept: KeptAct | null): string {
  if (field.startsWith('calendar-')) return field
  return field === 'last-day' ? `last-day-${kept?.values.id ?? ''}` : `duty-${field}`
}
