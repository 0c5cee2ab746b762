import { ReasonField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { numberReasons } from '@/lib/domain/contact/attempt'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  readonly planVersion: number
  /** What was chosen and written before the form was refused. */
  readonly typed: (name: string) => string | undefined
  readonly isOpen: boolean
  readonly t: Translate
}

/** Asks for a telephone number that is kept back, with a reason and words. */
export function NumberForm({ shown, planVersion, typed, isOpen, t }: Props) {
  return (
    <details open={isOpen} className="mt-2 border-t border-line pt-2.5 print:hidden">
      <summary className="cursor-pointer font-semibold text-brand">{t('reach.number.ask')}</summary>
      <ActForm shown={shown} act="number" className="mt-2.5 grid gap-3">
        <input type="hidden" name="plan" value={planVersion} />
        <p className="text-ink-soft">{t('reach.number.lead')}</p>
        <fieldset>
          <legend className="label">{t('reach.number.why')}</legend>
          {numberReasons.map((reason) => (
            <label key={reason} className="flex min-h-9 cursor-pointer items-center gap-2">
              <input
                type="radio"
                name="reason"
                value={reason}
                required
                defaultChecked={typed('reason') === reason}
                className="tick"
              />
              {t(`reach.number.reason.${reason}`)}
            </label>
          ))}
        </fieldset>
        <ReasonField
          id="number-words"
          name="words"
          label={t('reach.number.words')}
          hint={t('reach.number.wordsHint')}
          value={typed('words')}
        />
        <div>
          <Button look="quiet">{t('reach.number.show')}</Button>
        </div>
      </ActForm>
    </details>
  )
}
