import { casesOf, unexplained, withoutWork } from '../explained'
import { caseLooks } from '../look'
import type { StaffDay } from '../look'
import { ownMedian, sign } from '../rule'
import type { LookingRule } from '../rule'

/** `times` one's own median is asked for; below `fewest` cases a day nothing is much, and one to three is no jump. */
const threshold = { times: 3, fewest: 10, fewestOfSupervisors: 25 } as const

/** More cases than three times what is usual for this person: of those without work a strong sign, of all a weak one. */
export const threeTimesOwnMedian: LookingRule = {
  id: 'three-times-own-median',
  looksAt: 'cases',
  threshold,
  from: 'asked-for',
  find: (day, history) => {
    if (isMuch(idleCases, day, history)) return sign('three-times-own-median', 'strong', idle(day))
    const looks = caseLooks(day)
    const isMany = isMuch((each) => casesOf(caseLooks(each)), day, history)
    return isMany ? sign('three-times-own-median', 'weak', looks) : null
  },
}

function isMuch(measure: (day: StaffDay) => number, day: StaffDay, history: readonly StaffDay[]): boolean {
  const number = measure(day)
  if (number < (day.role === 'supervisor' ? threshold.fewestOfSupervisors : threshold.fewest)) return false
  const usual = ownMedian(history, measure)
  return usual !== null && number > usual * threshold.times
}

const idleCases = (day: StaffDay) => casesOf(idle(day))

/** A supervisor's looks are all explained by the role, so that all without work count; a sitting has its own reason. */
function idle(day: StaffDay) {
  if (day.role !== 'supervisor') return unexplained(day)
  return withoutWork(day).filter(({ reason }) => reason === null || !sittings.has(reason))
}
const sittings: ReadonlySet<string> = new Set(['quality-review', 'weekly-sample', 'clean-up', 'cover'])
