import { ReasonField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { longestMessage } from '@/lib/domain/message'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  /** What was written before the form was refused. */
  readonly typed: string | undefined
  readonly t: Translate
}

/** Writes to the holder of the return code. */
export function MessageForm({ shown, typed, t }: Props) {
  return (
    <details open={typed !== undefined} className="mt-4 border-t border-line pt-2.5">
      <summary className="cursor-pointer font-semibold text-brand">{t('staff.messages.write')}</summary>
      <ActForm shown={shown} act="message" className="mt-2.5 grid gap-3">
        <ReasonField
          id="message-text"
          name="text"
          label={t('staff.messages.label')}
          hint={t('staff.messages.hint', { max: longestMessage })}
          max={longestMessage}
          value={typed}
        />
        <div>
          <Button look="quiet">{t('staff.messages.submit')}</Button>
        </div>
      </ActForm>
    </details>
  )
}
