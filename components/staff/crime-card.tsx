import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { SelectField } from '@/components/staff/act-fields'
import type { Kept } from '@/components/staff/case-acts'
import { Button } from '@/components/ui/button'
import { offenceAnswers } from '@/lib/domain/offence'
import type { Translate } from '@/lib/i18n/translate'

/** What was said, with a code for the group of offences. */
interface Crime {
  readonly offence: string
  readonly isOnline: boolean
}

interface Props {
  readonly shown: ShownCase
  readonly crime: Crime | null
  readonly kept: Kept | null
  readonly t: Translate
}

/** Which crime was recorded of the case, or that none is, for figures; whoever works on it says so. */
export function CrimeCard({ shown, crime, kept, t }: Props) {
  const typed = kept?.form === 'crime' ? kept.values : undefined
  return (
    <section className="card" aria-labelledby="crime-title">
      <h3 id="crime-title" className="card-title">
        {t('casework.crime.title')}
      </h3>
      <p>{crime === null ? t('casework.crime.unsaid') : crimeWords(crime, t)}</p>
      <details open={typed !== undefined} className="mt-2 border-t border-line pt-2.5">
        <summary className="cursor-pointer font-semibold text-brand">
          {t(crime === null ? 'casework.crime.record' : 'casework.crime.change')}
        </summary>
        <ActForm shown={shown} act="crime" className="mt-2.5 grid gap-3">
          <p className="text-sm text-ink-soft">{t('casework.crime.hint')}</p>
          <CrimeFields of={typed ?? fieldsOf(crime)} t={t} />
          <div className="flex flex-wrap gap-2">
            <Button look="quiet">{t('casework.crime.save')}</Button>
          </div>
        </ActForm>
      </details>
    </section>
  )
}

function crimeWords({ offence, isOnline }: Crime, t: Translate): string {
  return t(isOnline ? 'casework.crime.recordedOnline' : 'casework.crime.recorded', {
    offence: t(`staff.offence.${offence}`),
  })
}

type Fields = Readonly<Record<string, string | undefined>>

function fieldsOf(crime: Crime | null): Fields {
  return crime === null ? {} : { offence: crime.offence, online: crime.isOnline ? 'yes' : 'no' }
}

function CrimeFields({ of, t }: { readonly of: Fields; readonly t: Translate }) {
  return (
    <>
      <SelectField
        id="crime-offence"
        name="offence"
        label={t('casework.crime.offence')}
        any={t('casework.crime.choose')}
        options={offenceAnswers.map((value) => ({ value, label: t(`staff.offence.${value}`) }))}
        value={of.offence}
      />
      <fieldset>
        <legend className="label">{t('casework.crime.online')}</legend>
        <div className="grid gap-1.5">
          {(['yes', 'no'] as const).map((value) => (
            <label key={value} className="flex cursor-pointer items-start gap-2">
              <input
                type="radio"
                name="online"
                value={value}
                required
                defaultChecked={of.online === value}
                className="tick"
              />
              {t(`casework.crime.${value}`)}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
