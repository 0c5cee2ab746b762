import { LinkButton } from '@/components/ui/button'
import { Heading } from '@/components/ui/heading'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers } from '../../_shell/force-words'
import { localeOf } from '../../_shell/locale-of'
import { PublicPage } from '../../_shell/public-page'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** What can be done about a code that is lost, and what cannot: the same for everybody, whether or not there ever was one. */
export default async function LostCodePage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  return (
    <PublicPage locale={locale} title={t('public.followUp.title')} path={publicPaths.lostCode}>
      <div className="grid max-w-measure gap-6 pt-2">
        <Heading lead={t('returning.lost.lead')}>{t('returning.lost.heading')}</Heading>
        {(['named', 'nameless', 'anybody'] as const).map((part) => (
          <section key={part}>
            <h2 className="mb-2 text-lg">{t(`returning.lost.${part}.title`)}</h2>
            <p>{t(`returning.lost.${part}.text`, numbers())}</p>
          </section>
        ))}
        <p className="flex flex-wrap gap-3">
          <LinkButton look="quiet" href={publicPaths.followUp(locale)}>
            {t('returning.lost.try')}
          </LinkButton>
          <LinkButton look="quiet" href={publicPaths.start(locale)}>
            {t('returning.lost.again')}
          </LinkButton>
        </p>
      </div>
    </PublicPage>
  )
}
