import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { isLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import { numbers } from './force-words'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly locale: Locale
  readonly path: (locale: string) => string
}

/** Where else to go, in which language, and that nobody watches all the time. */
export function PublicFooter({ locale, path }: Props) {
  const t = translator(locale)
  const force = currentForce()
  const pages = [
    ...(['home', 'support', 'followUp', 'privacy', 'accessibility'] as const),
    ...(force.openData === undefined ? [] : (['openData'] as const)),
  ]
  return (
    <footer className="no-print border-t border-line bg-paper-2 text-sm text-ink-soft">
      <div className="mx-auto grid max-w-page gap-4 px-5 py-8">
        <nav aria-label={t('public.shell.footer')}>
          <ul className="flex flex-wrap gap-x-6">
            {pages.map((page) => (
              <li key={page}>
                <a href={publicPaths[page](locale)} className="inline-block py-1.5">
                  {t(`public.shell.${page}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Languages locale={locale} path={path} />
        <p>
          {t('public.shell.runBy', { force: force.name })}. {t('public.shell.notWatched', numbers())}
        </p>
      </div>
    </footer>
  )
}

function Languages({ locale, path }: Props) {
  const t = translator(locale)
  const languages = currentForce().languages.filter(isLocale)
  if (languages.length < 2) return null
  return (
    <nav aria-label={t('public.shell.languages')}>
      <ul className="flex flex-wrap gap-x-6">
        {languages.map((language) => (
          <li key={language} lang={language}>
            {language === locale ? (
              <span className="inline-block py-1.5 font-semibold text-ink">
                {t(`public.language.${language}`)}
              </span>
            ) : (
              <a href={path(language)} hrefLang={language} className="inline-block py-1.5">
                {t(`public.language.${language}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
