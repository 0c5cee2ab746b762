import { casesOf, unexplained } from '../explained'
import { sign, strengthOf } from '../rule'
import type { LookingRule } from '../rule'

/** Cases, each on a day of its own, in thirty days of work. Somebody who is asked for advice, or opens the wrong case, comes to one or two. */
const threshold = { weak: 4, strong: 5 } as const

/** Cases of others, or closed ones, looked at on many days, each time without work. To a supervisor no case is another's. */
export const othersCases: LookingRule = {
  id: 'others-cases',
  looksAt: 'cases',
  threshold,
  from: 'chosen-in-simulation',
  find: (day, history) => {
    const today = day.role === 'supervisor' ? [] : unexplained(day)
    if (today.length === 0) return null
    const days = [...history.map(unexplained).filter((looks) => looks.length > 0), today]
    return sign(
      'others-cases',
      strengthOf(Math.min(days.length, casesOf(days.flat())), threshold),
      days.flat(),
    )
  },
}
