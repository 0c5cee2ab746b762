import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field-text'
import { publicPaths } from '@/lib/config/paths'
import type { SupportService } from '@/lib/domain/force'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'
import { WhoSaysYes } from './who-says-yes'

interface Props {
  readonly services: readonly SupportService[]
  /** What is missing, in words. */
  readonly errors: { readonly service: string | undefined; readonly who: string | undefined }
  /** Which service was chosen when the form was not taken; empty where none was. */
  readonly chosen: string
  /** Whether that was ticked when no service was chosen. */
  readonly mayTellAccount: boolean
  readonly locale: Locale
}

/** Agrees that one service is told, what it is told, and the button that says so. */
export function AskService({ services, errors, chosen, mayTellAccount, locale }: Props) {
  const t = translator(locale)
  const error = errors.service
  return (
    <form
      method="post"
      action={`${publicPaths.referral(locale)}/ask`}
      className="grid justify-items-start gap-5"
    >
      <h2 className="text-lg">{t('service.ask')}</h2>
      <ul className="grid list-disc gap-1 ps-5">
        {(['what', 'safe', 'each', 'theirs'] as const).map((line) => (
          <li key={line}>{t(`service.know.${line}`)}</li>
        ))}
      </ul>
      <div className="w-full">
        <label htmlFor="service" className="mb-1 block font-semibold">
          {t('service.which')}
        </label>
        {error === undefined ? null : (
          <FieldError id="service-error" prefix={t('public.form.error-prefix')}>
            {error}
          </FieldError>
        )}
        <select
          id="service"
          name="service"
          defaultValue={chosen}
          autoComplete="off"
          className="input"
          aria-describedby={error === undefined ? undefined : 'service-error'}
          aria-invalid={error === undefined ? undefined : true}
        >
          <option value="">{t('service.choose')}</option>
          {services.map(({ id, name }) => (
            <option key={id} value={id} lang="en">
              {name}
            </option>
          ))}
        </select>
      </div>
      <p>
        <a href={publicPaths.support(locale)} className="inline-block py-1">
          {t('service.about')}
        </a>
      </p>
      <WhoSaysYes error={errors.who} locale={locale} />
      <label className="flex cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          name="account"
          value="yes"
          defaultChecked={mayTellAccount}
          autoComplete="off"
          className="tick"
        />
        <span>{t('service.account')}</span>
      </label>
      <Button>{t('service.yes')}</Button>
    </form>
  )
}
