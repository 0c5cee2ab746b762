import { openedFrom } from '../opened-from'
import { searches } from '../look'
import type { CaseLook, Search, StaffDay } from '../look'
import { sign, strengthOf } from '../rule'
import type { LookingRule } from '../rule'

/** Days among thirty days of work with a search from which cases were opened that nobody worked on. */
const threshold = { weak: 1, strong: 2 } as const

/** Cases searched for and opened, and nothing done in any of them: whoever looks for the right one among several works on it then. Supervisors read. */
export const foundAndOpened: LookingRule = {
  id: 'found-and-opened',
  looksAt: 'searches',
  threshold,
  from: 'chosen-in-simulation',
  find: (day, history) => {
    const today = day.role === 'supervisor' ? [] : openedOn(day)
    if (today.length === 0) return null
    const days = [...history.map(openedOn).filter((ones) => ones.length > 0), today]
    const found = sign(
      'found-and-opened',
      strengthOf(days.length, threshold),
      days.flat().map(({ search }) => search),
    )
    return found && { ...found, beside: days.flat().flatMap(({ opened }) => opened.map(({ seq }) => seq)) }
  },
}

interface Found {
  readonly search: Search
  readonly opened: readonly CaseLook[]
}

function openedOn(day: StaffDay): readonly Found[] {
  return searches(day)
    .filter(({ acted, hits }) => !acted && hits > 0)
    .map((search) => ({ search, opened: openedFrom(search, day) }))
    .filter(({ opened }) => opened.length > 0)
}
