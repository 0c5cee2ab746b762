import type { RetentionSchedule } from '@/lib/domain/force-endings'

const authorisedPractice =
  'https://www.college.police.uk/app/information-management/retention-review-and-disposal'
const proposal = { source: authorisedPractice, checked: null } as const

/**
 * How long the desk keeps what was sent, for forces that have no schedule of their own. Each is a proposal for the force to confirm. Where there
 * is a crime record, that is the master and is kept by its own rules (six years and more): this copy is for the desk's work, and goes after a
 * year, once a person has looked. Where nobody could be reached, nothing follows, and ninety days are enough. The audit is kept for at
 * least six years.
 */
export const intakeRetention: RetentionSchedule = {
  kinds: {
    report: { id: 'report', keep: { amount: 12, unit: 'months' }, ...proposal },
    'liaison-request': { id: 'liaison-request', keep: { amount: 12, unit: 'months' }, ...proposal },
  },
  dispositions: {
    crime: { id: 'crime', keep: { amount: 12, unit: 'months' }, ...proposal },
    'linked-crime': { id: 'crime', keep: { amount: 12, unit: 'months' }, ...proposal },
    'no-contact-possible': { id: 'no-contact', keep: { amount: 90, unit: 'days' }, ...proposal },
  },
  warnDays: 28,
  longerAtOnce: { amount: 12, unit: 'months' },
  auditYears: 6,
}
