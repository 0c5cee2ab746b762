import type { Role } from '../../words'
import { unexplained, withoutWork } from '../explained'
import { caseLooks } from '../look'
import type { CaseLook, StaffDay } from '../look'
import { sign, strengthOf } from '../rule'
import type { LookingRule, Sign } from '../rule'

/**
 * Days among thirty days of work on which the case was looked at for nothing: so many, or fewer that lie far apart, because advice and
 * following a case end within days and curiosity comes back. Of all the days it was looked at, so many at most may have seen work, and
 * so many at least none.
 */
interface Threshold {
  readonly weak: number
  readonly strong: number
  readonly farApart: number
  readonly apartDays: number
  readonly mostWorked: number
  readonly leastIdle: number
}
const threshold = { weak: 3, strong: 4, farApart: 3, apartDays: 5, mostWorked: 1 / 2, leastIdle: 0 } as const
/** Supervisors follow many open cases: it takes more there, and hardly any of it for something. */
const ofSupervisors = {
  weak: 6,
  strong: 6,
  farApart: 4,
  apartDays: 10,
  mostWorked: 0.2,
  leastIdle: 0.6,
} as const

/** The same case looked at on many days, without work on it. */
export const sameCaseAgain: LookingRule = {
  id: 'same-case-again',
  looksAt: 'cases',
  threshold: { ...threshold, ofSupervisors: ofSupervisors.strong },
  from: 'chosen-in-simulation',
  find: (day, history) => {
    const today = new Set(idle(day).map(({ caseId }) => caseId))
    const signs = [...today].flatMap((caseId) => again(caseId, [...history, day], day.role) ?? [])
    return strongest(signs)
  },
}

function strongest(signs: readonly Sign[]): Sign | null {
  const strong = signs.filter(({ strength }) => strength === 'strong')
  const counted = strong.length > 0 ? strong : signs
  const [first] = counted
  return first === undefined ? null : { ...first, rows: counted.flatMap(({ rows }) => rows) }
}

function again(caseId: string, days: readonly StaffDay[], role: Role): Sign | null {
  const isIt = (look: CaseLook) => look.caseId === caseId
  const looks = days.flatMap((day) => caseLooks(day).filter(isIt))
  const follows = role === 'supervisor' && looks.some(({ status }) => status !== 'closed')
  const limits = follows ? ofSupervisors : threshold
  const seen = days.filter((day) => caseLooks(day).some(isIt))
  const worked = seen.filter((day) => caseLooks(day).some((look) => isIt(look) && (look.held || look.acted)))
  const forNothing = days.flatMap((day, index) => (idle(day).some(isIt) ? [index] : []))
  const isIdle =
    worked.length <= seen.length * limits.mostWorked &&
    forNothing.length >= (seen.length - 1) * limits.leastIdle
  return isIdle ? sign('same-case-again', strengthOver(forNothing, limits), looks) : null
}

/** `days`: the places, in the days of work, of those for nothing. */
function strengthOver(days: readonly number[], limits: Threshold): Sign['strength'] | null {
  const spread = (days.at(-1) ?? 0) - (days[0] ?? 0)
  if (days.length >= limits.farApart && spread >= limits.apartDays) return 'strong'
  return strengthOf(days.length, limits)
}

/** Looks with neither work nor a reason; that something changed is a supervisor's reason to look at an open case again. */
function idle(day: StaffDay): readonly CaseLook[] {
  if (day.role !== 'supervisor') return unexplained(day)
  return withoutWork(day).filter(({ changed, status }) => !changed || status === 'closed')
}
