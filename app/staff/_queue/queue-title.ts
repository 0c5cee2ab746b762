import type { DeskPlace } from '@/components/staff/desk-nav'
import type { QueueFilters } from '@/lib/domain/queue-filters'

/** Which section of the desk a queue is, by what it is narrowed to. */
export function placeOf(filters: QueueFilters): DeskPlace {
  if (filters.sealed) return 'sealed'
  if (filters.holder) return filters.holder
  return filters.status === 'awaiting-contact' ? 'waiting' : 'queue'
}

/** What a queue is called: a key of the catalogue. */
export function titleOf(filters: QueueFilters): string {
  if (filters.snoozed) return 'speed.snooze.listTitle'
  if (filters.set) return `insight.set.${filters.set}`
  if (filters.status === 'closed' && !filters.sealed) return 'staff.queue.closedTitle'
  const place = placeOf(filters)
  return place === 'queue' ? 'staff.queue.title' : `staff.queue.${place}Title`
}
