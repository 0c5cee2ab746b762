import { LinkButton } from '@/components/ui/button'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { findJourney } from '@/lib/journeys/find-journey'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly done: boolean
  readonly locale: Locale
}

/** The questions about the person: offered after sending, and as easy to leave as to answer. */
export function EqualityOffer({ done, locale }: Props) {
  const t = translator(locale)
  const first = findJourney('equality')?.steps[0]?.slug
  if (done) return <p className="no-print">{t('public.sent.equalityDone')}</p>
  if (first === undefined) return null
  return (
    <section className="no-print rounded-lg bg-paper-2 p-6">
      <h2 className="mb-2 text-lg">{t('public.sent.equalityTitle')}</h2>
      <p>{t('public.sent.equality')}</p>
      <p className="mt-4 flex flex-wrap gap-3">
        <LinkButton look="quiet" href={publicPaths.step(locale, 'equality', first)}>
          {t('public.sent.equalityStart')}
        </LinkButton>
        <LinkButton look="quiet" href="#done">
          {t('public.sent.equalitySkip')}
        </LinkButton>
      </p>
    </section>
  )
}
