import { expect, it } from 'vitest'
import type { QueueFilters } from '@/lib/domain/queue-filters'
import { translator } from '@/lib/i18n/translate'
import { titleOf } from './queue-title'

const march = { from: '2026-03', until: '2026-03' }
const t = translator('en')

it.each<[Partial<QueueFilters>, string]>([
  [march, 'Received in March 2026'],
  [{ from: '2025-03', until: '2026-05' }, 'Received March 2025 to May 2026'],
  [{ ...march, status: 'closed', district: 'stevenage', channel: 'online' }, 'Received in March 2026'],
  [{ ...march, holder: 'mine' }, 'Received in March 2026'],
  [{ ...march, of: 'closed', disposition: 'advice' }, 'Closed in March 2026'],
  [{ ...march, of: 'promised', outcome: 'late' }, 'First promise due in March 2026'],
  [{ from: '2025-03', until: '2026-05', of: 'closed' }, 'Closed March 2025 to May 2026'],
  // What is in no other list is called so.
  [{ ...march, sealed: 'yes' }, t('staff.queue.sealedTitle')],
  [{ ...march, snoozed: 'yes' }, t('speed.snooze.listTitle')],
  [{ ...march, set: 'late' }, t('insight.set.late')],
  [{ channel: 'online' }, t('staff.queue.title')],
  [{ status: 'closed' }, t('staff.queue.closedTitle')],
])('%j is called %s', (filters, title) => {
  expect(titleOf({ page: 1, ...filters }, t)).toBe(title)
})
