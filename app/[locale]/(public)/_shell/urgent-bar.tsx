import { PhoneLink } from '@/components/ui/phone-link'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers } from './force-words'
import type { Locale } from '@/lib/i18n/locales'

/** The way to the emergency number, on every page. */
export function UrgentBar({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  const { number, press } = numbers()
  return (
    <section
      aria-label={t('public.shell.urgentTitle')}
      className="no-print border-b border-line bg-danger-wash"
    >
      <p className="mx-auto max-w-page px-5 py-2 text-sm">
        <strong className="text-danger">{t('public.shell.urgentTitle')}</strong>{' '}
        {t('public.shell.urgentCall')} <PhoneLink number={number} className="font-bold" />.{' '}
        {t('public.shell.urgentText', { number, press })}{' '}
        <a href={publicPaths.emergency(locale)}>{t('public.shell.urgentMore')}</a>
      </p>
    </section>
  )
}
