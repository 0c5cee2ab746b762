import { casesOf, unexplained } from '../explained'
import type { CaseLook, StaffDay } from '../look'
import { sign, strengthOf } from '../rule'
import type { LookingRule, Sign } from '../rule'

/**
 * Closed cases in thirty days of work, today's among them, or on one day. One is a slip of the hand; nobody slips twice in a day, or to
 * three. A supervisor has business with a closed case now and then: theirs are counted over five days.
 */
const threshold = { weak: 1, strong: 3, onOneDay: 2, ofSupervisors: 5, daysOfSupervisors: 5 } as const

/** Closed cases opened without anything to do there. */
export const closedCases: LookingRule = {
  id: 'closed-cases',
  looksAt: 'cases',
  threshold,
  from: 'chosen-in-simulation',
  find: (day, history) => {
    const today = closedOnes(day)
    if (today.length === 0) return null
    const supervises = day.role === 'supervisor'
    const days = supervises ? history.slice(1 - threshold.daysOfSupervisors) : history
    const all = [...days.flatMap(closedOnes), ...today]
    return sign('closed-cases', supervises ? ofSupervisor(all) : ofOthers(today, all), all)
  },
}

function ofSupervisor(all: readonly CaseLook[]): Sign['strength'] | null {
  return casesOf(all) >= threshold.ofSupervisors ? 'strong' : null
}

function ofOthers(today: readonly CaseLook[], all: readonly CaseLook[]): Sign['strength'] | null {
  return casesOf(today) >= threshold.onOneDay ? 'strong' : strengthOf(casesOf(all), threshold)
}

function closedOnes(day: StaffDay): readonly CaseLook[] {
  return unexplained(day).filter(({ status }) => status === 'closed')
}
