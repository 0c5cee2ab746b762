import type { Force } from '../force'
import { contactDays, contactHours, saidNoTime } from './contact-hours'
import type { ReachPlan } from './may-use'

/**
 * A plan as whatever sends by itself keeps to it: who left blank when they may be reached set no limit to people, who know the night when they see
 * it; a machine keeps to the windows that lie whole in the hours in which the force reads.
 */
export function planForSending<Plan extends ReachPlan>(
  plan: Plan,
  { readingHours: { from, to, days } }: Pick<Force, 'readingHours'>,
): Plan {
  if (!saidNoTime(plan)) return plan
  const isRead = (window: string) => `${window.slice(0, 2)}:00` >= from && `${window.slice(3)}:00` <= to
  return {
    ...plan,
    onlyAt: true,
    days: contactDays.filter((_, index) => days.includes(index + 1)),
    hours: contactHours.filter(isRead),
  }
}

/** Whether they wrote more of times than a rule can keep to: then nothing goes out unless somebody has read it. */
export function hasTimesToRead({ times }: Pick<ReachPlan, 'times'>): boolean {
  return times !== null
}
