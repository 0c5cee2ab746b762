import { lengths } from '@/components/staff/glass-form'
import type { Translate } from '@/lib/i18n/translate'
import { problemKey } from './problem-key'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

/** Why a form about a broken glass was not taken. */
export function GlassProblem({ query: { problem }, t }: Props) {
  const key = problemKey('glass', problem, t)
  if (key === null) return null
  return (
    <div role="alert" className="notice tone-danger mb-4">
      <p className="font-bold text-danger">{t('staff.problem.title')}</p>
      <p>{t(key, lengths)}</p>
    </div>
  )
}
