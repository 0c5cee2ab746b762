import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly journeyId: string
  /** How many would be sent. */
  readonly count: number
  readonly locale: Locale
}

/** How many files go with it, and the way to add some, which nobody has to take. */
export function FilesPart({ journeyId, count, locale }: Props) {
  const t = translator(locale)
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-lg">{t('files.check.title')}</h2>
      <p>{count === 0 ? t('files.check.none') : t('files.check.count', { count })}</p>
      <p>
        <a href={publicPaths.files(locale, journeyId)} className="inline-block py-1 font-semibold">
          {t(count === 0 ? 'files.check.add' : 'files.check.change')}
        </a>
      </p>
    </section>
  )
}
