import type { Reach } from '@/lib/domain/clocks/promise-words'
import { timesOf } from '@/lib/domain/contact/contact-hours'
import { contactWays } from '@/lib/domain/contact/may-use'
import type { ContactWay } from '@/lib/domain/contact/may-use'
import type { Answers } from '@/lib/journey/definition'
import { reachOf } from './contact-facts'
import { contactPlanOf } from './contact-plan'

/** A way that waits for an hour: a letter does not. */
export type HourlyWay = Exclude<ContactWay, 'post'>

/** The ways somebody ticked that are used at no hour, because they named none that is safe. */
export function barredWays(answers: Answers): readonly HourlyWay[] {
  const plan = contactPlanOf(answers)
  if (plan.choice !== 'plan' || timesOf(plan) !== 'unread') return []
  return contactWays.filter((way): way is HourlyWay => way !== 'post' && plan.ways.includes(way))
}

/** How somebody is told that they hear from us: nobody is promised a contact in a way that is used at no hour. */
export function reachTold(answers: Answers): Reach {
  const barred: readonly string[] = barredWays(answers)
  if (barred.length === 0) return reachOf(answers)
  const left = contactPlanOf(answers).ways.filter((way) => !barred.includes(way))
  const reach = reachOf({ ...answers, safeWays: left })
  return reach === 'none' ? 'theirs' : reach
}
