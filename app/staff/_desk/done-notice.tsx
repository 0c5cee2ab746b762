import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

/** Says what an act did, or why it was not done, on the page it led to. */
export function DoneNotice({ query: { done, problem }, t }: Props) {
  if (typeof problem === 'string' && t.has(`staff.problem.${problem}`)) {
    return (
      <div role="alert" className="notice tone-danger mb-4">
        <p className="font-bold text-danger">{t('staff.problem.title')}</p>
        <p>{t(`staff.problem.${problem}`)}</p>
      </div>
    )
  }
  if (typeof done !== 'string' || !t.has(`staff.done.${done}`)) return null
  return (
    <p role="status" className="notice tone-good mb-4 py-2">
      {t(`staff.done.${done}`)}
    </p>
  )
}
