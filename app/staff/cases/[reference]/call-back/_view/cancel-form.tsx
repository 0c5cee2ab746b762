import { SelectField } from '@/components/staff/act-fields'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { cancelReasons } from '@/lib/domain/call-back/call-back'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  /** What was chosen before the form was refused. */
  readonly typed: string | undefined
  readonly t: Translate
}

/** Calls off ringing somebody back, with no other time in its place. */
export function CancelForm({ shown, typed, t }: Props) {
  return (
    <form
      method="post"
      action={staffPaths.callBackAct(shown.reference, 'end')}
      className="grid gap-3 border-t border-line pt-3"
    >
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="shown-to" value={shown.actorId} />
      <SelectField
        id="call-back-cancel-reason"
        name="cancel-reason"
        label={t('callBack.cancel.why')}
        any={t('callBack.chooseWhy')}
        value={typed}
        options={cancelReasons.map((value) => ({ value, label: t(`callBack.reason.${value}`) }))}
      />
      <div>
        <Button look="quiet" name="outcome" value="cancelled">
          {t('callBack.cancel.button')}
        </Button>
      </div>
    </form>
  )
}
