import { searches } from '../look'
import type { Search, StaffDay } from '../look'
import { ownMedian, sign, strengthOf } from '../rule'
import type { LookingRule } from '../rule'

/** A day's searches that found nothing and led to nothing; `times` one's own median of them is asked for, the numbers were chosen in simulation. */
const threshold = { weak: 5, strong: 10, times: 3 } as const

/** Fishing: one search after another that finds nothing, and no report is recorded or case worked on after them. */
export const searchMisses: LookingRule = {
  id: 'search-misses',
  looksAt: 'searches',
  threshold,
  from: 'chosen-in-simulation',
  find: (day, history) => {
    const missed = misses(day)
    if (missed.length < threshold.weak) return null
    const usual = ownMedian(history, (each) => misses(each).length) ?? 0
    if (missed.length <= usual * threshold.times) return null
    return sign('search-misses', strengthOf(missed.length, threshold), missed)
  },
}

function misses(day: StaffDay): readonly Search[] {
  return searches(day).filter(({ hits, acted }) => hits === 0 && !acted)
}
