import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { contactResultsFor } from '@/lib/domain/clocks/clock-rules'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  /** How the person hears from us; null where that was not kept. */
  readonly reach: Reach | null
  readonly t: Translate
}

/**
 * Records with one press that somebody tried to reach the person, and what came of it. Of whoever is not to be contacted it asks nothing,
 * and for whoever reads messages with their code it says to write one.
 */
export function ContactForm({ shown, reach, t }: Props) {
  if (reach === 'none') return null
  if (reach === 'code') return <p className="border-t border-line pt-2.5">{t('staff.act.contactByCode')}</p>
  const isTheirs = reach === 'theirs'
  return (
    <ActForm shown={shown} act="contact">
      <fieldset className="grid gap-2 border-t border-line pt-2.5">
        <legend className="font-semibold">{t(`staff.act.${isTheirs ? 'contactTheirs' : 'contact'}`)}</legend>
        <p className="text-sm text-ink-soft">
          {t(`staff.act.${isTheirs ? 'contactTheirsHint' : 'contactHint'}`)}
        </p>
        <div className="flex flex-wrap gap-2">
          {contactResultsFor(reach).map((result) => (
            <Button key={result} look="quiet" name="result" value={result}>
              {t(`staff.act.contactResult.${result}`)}
            </Button>
          ))}
        </div>
      </fieldset>
    </ActForm>
  )
}
