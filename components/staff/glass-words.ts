import { saidDay, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

/** By when the review of a broken glass is due: the day that ends then. */
export function reviewDueWords(
  due: Date,
  clock: Clock,
): { readonly words: string; readonly isLate: boolean } {
  const isLate = clock.now >= due
  const day = saidDay(new Date(due.getTime() - 1), clock)
  return { words: clock.t(`glass.audit.${isLate ? 'overdue' : 'due'}`, { day }), isLate }
}

/** What a review found, who reviewed it and when. */
export function reviewFoundWords(
  { outcome, by, at }: { readonly outcome: string; readonly by: string; readonly at: Date },
  clock: Clock,
): string {
  const { t } = clock
  return t('glass.audit.found', { outcome: t(`glass.outcome.${outcome}`), who: by, at: saidTime(at, clock) })
}
