import type { Translate } from '@/lib/i18n/translate'
import { problemKey } from '../../_desk/problem-key'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

/** Says what was done about how cases end, or why it was not. */
export function EndingNotice({ query: { done, problem }, t }: Props) {
  const own = `staff.recordType.problem.${String(problem)}`
  const key = t.has(own) ? own : problemKey('staff', problem, t)
  if (key !== null)
    return (
      <div role="alert" className="notice tone-danger mb-4">
        <p className="font-bold text-danger">{t('staff.problem.title')}</p>
        <p>{t(key)}</p>
      </div>
    )
  if (typeof done !== 'string' || !t.has(`staff.recordType.done.${done}`)) return null
  return (
    <p role="status" className="notice tone-good mb-4 py-2">
      {t(`staff.recordType.done.${done}`)}
    </p>
  )
}
