import { FieldError } from '@/components/ui/field-text'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly error: string | undefined
  readonly locale: Locale
}

/** Whether whoever sent it is who it is about: nobody says yes for somebody they did not ask. Nothing is chosen beforehand. */
export function WhoSaysYes({ error, locale }: Props) {
  const t = translator(locale)
  return (
    <fieldset className="grid gap-3" aria-describedby={error === undefined ? undefined : 'whose-error'}>
      <legend className="mb-2 font-semibold">{t('service.whose')}</legend>
      {error === undefined ? null : (
        <FieldError id="whose-error" prefix={t('public.form.error-prefix')}>
          {error}
        </FieldError>
      )}
      {(['me', 'them'] as const).map((value) => (
        <label key={value} className="flex cursor-pointer items-center gap-3">
          <input
            type="radio"
            id={value === 'me' ? 'whose' : undefined}
            name="whose"
            value={value}
            autoComplete="off"
            className="tick"
          />
          <span>{t(`service.${value}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
