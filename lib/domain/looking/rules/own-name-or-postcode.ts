import { searches } from '../look'
import type { Search, StaffDay } from '../look'
import { sign } from '../rule'
import type { LookingRule } from '../rule'

/** Searches on a day that led to no work; days in thirty days of work with a search for one's own number, address or postcode, whatever followed. */
const threshold = { strong: 1, plainDays: 2 } as const

/**
 * A search for one's own name, or for the telephone number, e-mail address or postcode that one declared. A name may be many's: one that
 * found nobody says little by itself.
 */
export const ownNameOrPostcode: LookingRule = {
  id: 'own-name-or-postcode',
  looksAt: 'searches',
  threshold,
  from: 'asked-for',
  find: (day, history) => {
    const today = ownOnes(day)
    if (today.length === 0) return null
    const days = [...history.map(ownOnes), today]
    const isPlain =
      today.filter(saysMuch).length >= threshold.strong ||
      days.filter((ones) => ones.some(isFewPeoples)).length >= threshold.plainDays
    return sign('own-name-or-postcode', isPlain ? 'strong' : 'weak', days.flat())
  },
}

function ownOnes(day: StaffDay): readonly Search[] {
  return searches(day).filter(({ own }) => own)
}

function saysMuch(search: Search): boolean {
  return !search.acted && (isFewPeoples(search) || search.hits > 0)
}

function isFewPeoples({ kind }: Search): boolean {
  return kind !== 'surname'
}
