import { lengths } from '@/components/staff/glass-form'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

/** Why a form about a broken glass was not taken. */
export function GlassProblem({ query: { problem }, t }: Props) {
  if (typeof problem !== 'string' || !t.has(`glass.problem.${problem}`)) return null
  return (
    <div role="alert" className="notice tone-danger mb-4">
      <p className="font-bold text-danger">{t('staff.problem.title')}</p>
      <p>{t(`glass.problem.${problem}`, lengths)}</p>
    </div>
  )
}
