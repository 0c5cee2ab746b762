import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { Key } from '@/components/staff/key'
import type { SuggestedOfficer } from '@/components/staff/suggestion'
import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  readonly officer: SuggestedOfficer
  /** The first suggested: the one the key goes to. */
  readonly first: boolean
  /** Query of the queue to go back to; the case itself when absent. */
  readonly back?: string
  readonly t: Translate
}

/** One button that gives the case to one officer. */
export function AssignForm({ officer, first, t, ...act }: Props) {
  return (
    <ActForm {...act} act="assign">
      <input type="hidden" name="to" value={officer.accountId} />
      <Button look={first ? 'main' : 'quiet'} data-assign>
        {t('staff.act.assign')}{' '}
        <span className="sr-only">{t('staff.act.toOfficer', { name: officer.name })}</span>
        {first ? <Key>a</Key> : null}
      </Button>
    </ActForm>
  )
}
