import { LinkButton } from '@/components/ui/button'
import { Heading } from '@/components/ui/heading'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { PublicPage } from '../../_shell/public-page'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly locale: Locale
  readonly journeyId: string
  readonly slug: string
}

/** For somebody who goes back to the questions after sending: what was sent is safe, and another can be begun. */
export function AlreadySent({ locale, journeyId, slug }: Props) {
  const t = translator(locale)
  return (
    <PublicPage
      locale={locale}
      title={t('public.sent.title')}
      path={(other) => publicPaths.step(other, journeyId, slug)}
    >
      <div className="max-w-measure pt-2">
        <Heading>{t('public.sent.already')}</Heading>
        <p className="mt-6 flex flex-wrap gap-3">
          <LinkButton href={publicPaths.sent(locale, journeyId)}>{t('public.sent.see')}</LinkButton>
          <LinkButton look="quiet" href={`${publicPaths.step(locale, journeyId, slug)}?another=yes`}>
            {t('public.sent.again')}
          </LinkButton>
        </p>
      </div>
    </PublicPage>
  )
}
