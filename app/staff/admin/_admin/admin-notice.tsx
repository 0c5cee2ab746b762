import type { Translate } from '@/lib/i18n/translate'
import { problemKey } from '../../_desk/problem-key'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

/** Says what an act did, or why it was not done. */
export function AdminNotice({ query: { done, problem, count }, t }: Props) {
  const key = problemKey('accounts', problem, t)
  if (key !== null) {
    return (
      <div role="alert" className="notice tone-danger mb-4">
        <p className="font-bold text-danger">{t('accounts.problem.title')}</p>
        <p>{t(key)}</p>
      </div>
    )
  }
  if (typeof done !== 'string' || !t.has(`accounts.done.${done}`)) return null
  const ended = typeof count === 'string' && /^\d{1,3}$/u.test(count) ? Number(count) : 0
  return (
    <p role="status" className="notice tone-good mb-4 py-2">
      {t(`accounts.done.${done}`, { count: ended })}
    </p>
  )
}
