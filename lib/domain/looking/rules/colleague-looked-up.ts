import { openedFrom } from '../opened-from'
import { searches } from '../look'
import type { Search, StaffDay } from '../look'
import { sign, strengthOf } from '../rule'
import type { LookingRule } from '../rule'

/**
 * A surname is many people's: searches by one that found something count from so many days in thirty days of work on. By what is few
 * people's (telephone, e-mail, postcode), or with a case opened from what was found, one is enough. Few of a supervisor's searches lead to
 * work of their own.
 */
const threshold = { weak: 1, strong: 2, ofSupervisors: 3 } as const

/** A colleague looked up, and no work there. */
export const colleagueLookedUp: LookingRule = {
  id: 'colleague-looked-up',
  looksAt: 'searches',
  threshold,
  from: 'chosen-in-simulation',
  find: (day, history) => {
    const { weak, strong, ofSupervisors } = threshold
    const today = idleOnes(day)
    if (today.length === 0) return null
    const opened = today.flatMap((search) => openedFrom(search, day))
    const days = [...history.map(idleOnes), today]
    const found = days.filter((ones) => ones.some(({ hits }) => hits > 0))
    const all = days.flat()
    const isPlain = opened.length > 0 || today.some(({ kind, hits }) => kind !== 'surname' && hits > 0)
    const strength = isPlain
      ? 'strong'
      : strengthOf(found.length, { weak, strong: day.role === 'supervisor' ? ofSupervisors : strong })
    return sign('colleague-looked-up', strength, [...all, ...opened])
  },
}

function idleOnes(day: StaffDay): readonly Search[] {
  return searches(day).filter(({ colleague, acted }) => colleague && !acted)
}
