import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'

/** Instead of a yes that could lead to nothing: they left no way of reaching them, so a service could be given none. */
export function NoWay({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <section className="grid justify-items-start gap-3" data-no-way>
      <p>{t('service.noWay')}</p>
      <p>
        <a href={publicPaths.support(locale)} className="inline-block py-1">
          {t('service.about')}
        </a>
      </p>
      <p>
        <a href={publicPaths.changeContact(locale)} className="inline-block py-1">
          {t('service.change')}
        </a>
      </p>
    </section>
  )
}
