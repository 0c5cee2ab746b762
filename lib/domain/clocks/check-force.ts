import { statisticsProblems } from '../figures/check-statistics'
import type { CallBackHours, Force } from '../force'
import { risks } from '../words'
import type { Span } from './length'

/**
 * What is wrong with the times and numbers a force has set, in plain words; nothing where all is well. A target of no time at all would be
 * broken before anybody could read what came.
 */
export function checkForce(
  force: Pick<
    Force,
    | 'name'
    | 'promises'
    | 'updates'
    | 'reviews'
    | 'escalations'
    | 'readingHours'
    | 'callBacks'
    | 'statistics'
    | 'openData'
  >,
): readonly string[] {
  const spans = [
    ...risks.map((risk) => [`promises.${risk}`, force.promises[risk]] as const),
    ...risks.map((risk) => [`updates.${risk}`, force.updates[risk]] as const),
    ...risks.map((risk) => [`reviews.${risk}`, force.reviews[risk]] as const),
  ]
  const { dangerUnacknowledgedMinutes: minutes, acknowledgeMinutes, unopenedShare: share } = force.escalations
  const { from, to, days } = force.readingHours
  return [
    ...spans.flatMap(([name, span]) => problemsOf(name, span)),
    ...(minutes > 0 ? [] : ['escalations.dangerUnacknowledgedMinutes must be more than nothing']),
    ...(acknowledgeMinutes > 0 ? [] : ['escalations.acknowledgeMinutes must be more than nothing']),
    ...(share > 0 && share <= 1 ? [] : ['escalations.unopenedShare must be more than 0 and at most 1']),
    ...(from < to ? [] : ['readingHours must end after they begin']),
    ...(days.length > 0 ? [] : ['readingHours must have a day']),
    ...problemsOfCallBacks(force.callBacks),
    ...statisticsProblems(force.statistics),
    ...(force.openData === undefined || force.openData.url.startsWith('https://')
      ? []
      : ['openData.url must begin with https://']),
  ].map((problem) => `${force.name}: ${problem}.`)
}

function problemsOf(name: string, { amount, unit }: Span): readonly string[] {
  if (!(amount > 0)) return [`${name} must be more than nothing`]
  return unit === 'working-days' && !Number.isInteger(amount)
    ? [`${name} must be a whole number of working days`]
    : []
}

function problemsOfCallBacks(hours: CallBackHours): readonly string[] {
  const { from, to, days, slotMinutes, noticeMinutes, daysAhead } = hours
  return [
    ...(from < to ? [] : ['callBacks must end after they begin']),
    ...(days.length > 0 ? [] : ['callBacks must have a day']),
    ...(Number.isInteger(slotMinutes) && slotMinutes > 0
      ? []
      : ['callBacks.slotMinutes must be whole and more than nothing']),
    ...(noticeMinutes >= 0 && daysAhead > 0 ? [] : ['callBacks must be from now on, for a day at least']),
  ]
}
