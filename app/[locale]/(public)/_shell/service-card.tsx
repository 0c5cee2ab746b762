import { PhoneLink } from '@/components/ui/phone-link'
import { formatLocaleOf } from '@/lib/i18n/locales'
import type { SupportService } from '@/lib/domain/force'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'

/** The force's data are written in this language, whatever that of the page. */
const dataLanguage = 'en'

interface Props {
  readonly service: SupportService
  readonly t: Translate
  readonly locale: Locale
}

/** A support service: how to reach it, when, and whether anyone has checked that. */
export function ServiceCard({ service, t, locale }: Props) {
  const { name, hours, checked } = service
  return (
    <div className="rounded-lg border border-line p-4">
      <h3 className="text-base">{name}</h3>
      {hours === undefined ? null : (
        <p className="text-sm text-ink-soft">
          {hours === 'any-time' ? t('public.support.anyTime') : <span lang={dataLanguage}>{hours}</span>}
        </p>
      )}
      <ServiceLinks service={service} t={t} />
      <p className="mt-1 text-xs text-ink-soft">
        {checked === null
          ? t('public.support.unchecked')
          : t('public.support.checked', { date: dateWords(checked, locale) })}
      </p>
    </div>
  )
}

function ServiceLinks({ service, t }: Omit<Props, 'locale'>) {
  const { name, phone, text, email, web } = service
  return (
    <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1 font-semibold">
      {phone === undefined ? null : (
        <PhoneLink number={phone}>{t('public.route.call', { number: phone })}</PhoneLink>
      )}
      {text === undefined ? null : (
        <PhoneLink number={text} by="sms">
          {t('public.route.textTo', { number: text })}
        </PhoneLink>
      )}
      {email === undefined ? null : (
        <a href={`mailto:${email}`} className="py-1">
          {email}
        </a>
      )}
      {web === undefined ? null : (
        <a href={web} rel="noreferrer" className="py-1">
          {t('public.support.web')}
          <span className="sr-only"> {name}</span>
        </a>
      )}
    </p>
  )
}

function dateWords(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(formatLocaleOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  )
}
