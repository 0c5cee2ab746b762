import type { Translate } from '@/lib/i18n/translate'
import { problemKey } from './problem-key'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  /** The page's own words, which come before the desk's: a part of the catalogue with `done` and `problem` in it. */
  readonly own?:
    | 'staff.officer'
    | 'staff.duty'
    | 'staff.recordType'
    | 'speed'
    | 'waysOut'
    | 'waysOut.refer'
    | 'casework'
    | 'callBack'
    | 'work'
    | undefined
  /** The case that was assigned and to whom, where the page knows. */
  readonly assigned?: Assigned | null
  readonly t: Translate
}

interface Assigned {
  readonly reference: string
  readonly officer: string | null
}

/** Says what an act did, or why it was not done, on the page it led to. */
export function DoneNotice({ query: { done, problem }, own, assigned = null, t }: Props) {
  const wrong = ownKey(own, problem, t) ?? problemKey('staff', problem, t)
  if (wrong !== null) {
    return (
      <div role="alert" className="notice tone-danger mb-4">
        <p className="font-bold text-danger">{t('staff.problem.title')}</p>
        <p>{t(wrong)}</p>
      </div>
    )
  }
  const groups = own === undefined ? ['staff', 'speed'] : [own]
  const said = groups.map((group) => `${group}.done.${String(done)}`).find((key) => t.has(key))
  if (typeof done !== 'string' || said === undefined) return null
  return (
    <p role="status" className="notice tone-good mb-4 py-2">
      {done === 'assign' && assigned !== null ? assignedWords(assigned, t) : t(said)}
    </p>
  )
}

function ownKey(own: Props['own'], problem: unknown, t: Translate): string | null {
  const key = `${own ?? 'staff'}.problem.${String(problem)}`
  return typeof problem === 'string' && problem !== 'title' && t.has(key) ? key : null
}

function assignedWords({ reference, officer }: Assigned, t: Translate): string {
  if (officer === null) return t('staff.done.assignOf', { reference })
  return t('staff.done.assignTo', { reference, officer })
}
