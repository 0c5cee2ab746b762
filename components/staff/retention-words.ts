import { saidDay, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { Period } from '@/lib/domain/force-endings'
import type { Retention } from '@/lib/domain/retention'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'

/** A length of time: `12 months`. */
export function periodWords({ amount, unit }: Period, t: Translate): string {
  return t(`retention.period.${unit}`, { count: amount })
}

/** The rule that says when a case's time ends. */
export function ruleWords({ ruleId, keep }: Retention, t: Translate): string {
  return t(`retention.rule.${ruleId}`, { period: periodWords(keep, t) })
}

/** A day of the calendar (`YYYY-MM-DD`), which no clock moves. */
export function dayWords(day: string, clock: Clock): string {
  return saidDay(new Date(`${day}T12:00:00Z`), { ...clock, timeZone: 'UTC' })
}

/** A reason's code in words; nothing for one that has none. */
export function lifeReasonWords(code: string | null, t: Translate): string {
  const key = `retention.reason.${code ?? ''}`
  return t.has(key) ? lowerFirst(t(key)) : ''
}

/** Who asked for a case to be erased, when and why. */
export function askedWords(
  { by, at, reason }: { readonly by: string | null; readonly at: Date; readonly reason: string | null },
  clock: Clock,
): string {
  const { t } = clock
  const name = by ?? t('staff.case.somebody')
  return t('retention.askedBy', { name, at: saidTime(at, clock), reason: lifeReasonWords(reason, t) })
}
