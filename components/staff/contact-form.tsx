import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { contactResults } from '@/lib/domain/clocks/clock-rules'
import type { Translate } from '@/lib/i18n/translate'

/** Records with one press that somebody tried to reach the person, and what came of it. */
export function ContactForm({ shown, t }: { readonly shown: ShownCase; readonly t: Translate }) {
  return (
    <ActForm shown={shown} act="contact">
      <fieldset className="grid gap-2 border-t border-line pt-2.5">
        <legend className="font-semibold">{t('staff.act.contact')}</legend>
        <p className="text-sm text-ink-soft">{t('staff.act.contactHint')}</p>
        <div className="flex flex-wrap gap-2">
          {contactResults.map((result) => (
            <Button key={result} look="quiet" name="result" value={result}>
              {t(`staff.act.contactResult.${result}`)}
            </Button>
          ))}
        </div>
      </fieldset>
    </ActForm>
  )
}
