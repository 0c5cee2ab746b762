import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { CloseFields } from '@/components/staff/close-fields'
import type { Ending } from '@/components/staff/close-fields'
import type { Withdrawal } from '@/components/staff/withdrawal'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

/** What needs approval: whatever the ending, or some endings (their ids), or nothing. */
export type Approval = 'always' | readonly string[]

interface Props {
  readonly shown: ShownCase
  readonly endings: readonly Ending[]
  readonly withdrawal: Withdrawal | null
  readonly approval: Approval
  /** That another force has it by now, in words; null where none has. */
  readonly passedOn: string | null
  /** That somebody waits to be rung back, which closing ends. */
  readonly callBack: string | null
  readonly typed: (name: string) => string | undefined
  readonly t: Translate
}

/** Closes the case, or asks for it where the force wants a supervisor's approval. */
export function CloseForm({ shown, endings, withdrawal, approval, passedOn, callBack, typed, t }: Props) {
  const asks = approval === 'always' ? [] : endings.filter((one) => approval.includes(one.disposition))
  return (
    <ActForm shown={shown} act="close" className="grid gap-3">
      {passedOn === null ? null : <p className="notice py-2">{passedOn}</p>}
      {approval === 'always' ? <p className="notice py-2">{t('casework.closing.always')}</p> : null}
      {callBack === null ? null : <p className="notice tone-warn py-2">{callBack}</p>}
      <CloseFields {...{ endings, withdrawal, typed, t }} />
      {asks.length === 0 ? null : (
        <p className="text-sm">
          {t('casework.closing.some', { labels: asks.map(({ label }) => label).join('; ') })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {approval === 'always' ? null : <Button look="quiet">{t('staff.act.closeSubmit')}</Button>}
        {approval === 'always' || asks.length > 0 ? (
          <Button
            look="quiet"
            formAction={staffPaths.caseAction(shown.reference, 'closing')}
            name="act"
            value="closing-asked"
          >
            {t('casework.closing.ask')}
          </Button>
        ) : null}
      </div>
    </ActForm>
  )
}
