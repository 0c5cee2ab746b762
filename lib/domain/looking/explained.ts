import { caseLooks } from './look'
import type { CaseLook, StaffDay } from './look'

/** Reasons a supervisor has to look at cases without doing anything to them. */
const oversight: ReadonlySet<string> = new Set(['supervision', 'quality-review'])
/** Not chosen by anybody: the product gives it to whoever comes from the week's sample, which it drew itself. */
const sampled = 'weekly-sample'
/** Tasks that leave traces: whoever covers for somebody works their cases, whoever tidies up changes some. */
const tasks: ReadonlySet<string> = new Set(['cover', 'clean-up'])

/** A task is believed from so many cases on, when this share of them was worked on the same day. Chosen in simulation. */
const believedTask = { cases: 4, worked: 0.25 } as const
/** A quality review is a sitting: it is believed from so many cases a day on. Chosen in simulation. */
const sitting = 8

/** The looks of a day at cases that the viewer neither held nor did anything to. */
export function withoutWork(day: StaffDay): readonly CaseLook[] {
  return caseLooks(day).filter(({ held, acted }) => !held && !acted)
}

/**
 * Those of them that their reason does not explain either. A reason is what somebody says: it is believed as far as the day bears it
 * out, or as looking without acting is what the role is for.
 */
export function unexplained(day: StaffDay): readonly CaseLook[] {
  const before = known.get(day)
  if (before !== undefined) return before
  const believed = believedTasks(day)
  const looks = withoutWork(day).filter((look) => !isExplained(look, day, believed))
  known.set(day, looks)
  return looks
}

/** A day is part of the history of thirty others, and several rules ask. It never changes, and is forgotten with the day. */
const known = new WeakMap<StaffDay, readonly CaseLook[]>()

/** How many cases these looks are at. */
export function casesOf(looks: readonly CaseLook[]): number {
  return new Set(looks.map(({ caseId }) => caseId)).size
}

function isExplained(look: CaseLook, day: StaffDay, believed: ReadonlySet<string>): boolean {
  const { reason, status } = look
  if (reason === null) return false
  if (believed.has(reason)) return true
  switch (day.role) {
    case 'triager':
      return reason === 'triage' && status !== 'closed'
    case 'liaison-officer':
      return reason === 'own-district' && status === 'new'
    case 'supervisor':
      return reason === sampled || (oversight.has(reason) && status !== 'closed') || isSitting(reason, day)
    default:
      return false
  }
}

function isSitting(reason: string, day: StaffDay): boolean {
  return (
    reason === 'quality-review' && casesOf(caseLooks(day).filter((look) => look.reason === reason)) >= sitting
  )
}

function believedTasks(day: StaffDay): ReadonlySet<string> {
  const looks = caseLooks(day)
  return new Set(
    [...tasks].filter((task) => {
      const given = looks.filter(({ reason }) => reason === task)
      const worked = casesOf(given.filter(({ held, acted }) => held || acted))
      const cases = casesOf(given)
      return cases >= believedTask.cases && worked >= cases * believedTask.worked
    }),
  )
}
