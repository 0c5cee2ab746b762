import type { Force } from '@/lib/domain/force'

/**
 * Proposals for the force to confirm. Updates follow the Code of Practice for Victims of Crime in England and Wales (in force since
 * April 2021): told of what is decided within five working days, within one with enhanced rights, which high risk stands for here.
 * That Code is being revised, and so its days are data. The College of Policing has supervisors check reports of hate proactively and
 * sets no days for it: reviews and escalations are the product's own proposal.
 */
export const intakeClocks: Pick<Force, 'updates' | 'reviews' | 'escalations'> = {
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
}
