import type { DeskPlace } from '@/components/staff/desk-places'
import { monthsIn } from '@/lib/domain/received-months'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import type { Translate } from '@/lib/i18n/translate'
import { saidPeriod } from '../figures/_view/figure-words'

/** Which section of the desk a queue is, by what it is narrowed to. */
export function placeOf(filters: QueueFilters): DeskPlace {
  if (filters.sealed) return 'sealed'
  if (filters.holder) return filters.holder
  return filters.status === 'awaiting-contact' ? 'waiting' : 'queue'
}

/** Whether somebody came for one list, by a number that led to it: then it is what they see first. */
export function isAskedFor({ set, from }: QueueFilters): boolean {
  return set !== undefined || from !== undefined
}

/** What a queue is called. */
export function titleOf(filters: QueueFilters, t: Translate): string {
  if (filters.snoozed) return t('speed.snooze.listTitle')
  if (filters.set) return t(`insight.set.${filters.set}`)
  const months = monthsIn(filters)
  if (months !== null && !filters.sealed) {
    const { from, until } = months
    return t(`behind.title.${filters.of ?? 'received'}.${from === until ? 'one' : 'several'}`, {
      months: saidPeriod([from, until], { language: 'en-GB', t }),
    })
  }
  if (filters.status === 'closed' && !filters.sealed) return t('staff.queue.closedTitle')
  const place = placeOf(filters)
  return t(place === 'queue' ? 'staff.queue.title' : `staff.queue.${place}Title`)
}
