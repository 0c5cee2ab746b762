import type { Force } from '@/lib/domain/force'

/**
 * Proposals for the force to confirm. Updates follow the Code of Practice for Victims of Crime in England and Wales (in force since
 * April 2021): told of what is decided within five working days, within one with enhanced rights, which high risk stands for here.
 * That Code is being revised, and so its days are data. The College of Policing has supervisors check reports of hate proactively and
 * sets no days for it: reviews, escalations and the hours of call-backs are the product's own
 * proposal.
 */
export const intakeClocks: Pick<Force, 'updates' | 'reviews' | 'escalations' | 'callBacks'> = {
  updates: {
    high: { amount: 1, unit: 'working-days' },
    medium: { amount: 5, unit: 'working-days' },
    low: { amount: 5, unit: 'working-days' },
  },
  reviews: {
    high: { amount: 2, unit: 'working-days' },
    medium: { amount: 10, unit: 'working-days' },
    low: { amount: 20, unit: 'working-days' },
  },
  escalations: { dangerUnacknowledgedMinutes: 15, acknowledgeMinutes: 15, unopenedShare: 0.75 },
  callBacks: {
    ...{ from: '09:00', to: '19:00', days: [1, 2, 3, 4, 5], onBankHolidays: false },
    ...{ slotMinutes: 30, noticeMinutes: 60, daysAhead: 7 },
  },
}
