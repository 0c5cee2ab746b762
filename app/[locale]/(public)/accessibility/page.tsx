import { Heading } from '@/components/ui/heading'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { routeOf } from '../_shell/force-words'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** What works for whom, how that is known, and what to do when something is in the way. */
export default async function AccessibilityPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const values = {
    number: routeOf('non-emergency').phone ?? '',
    relay: routeOf('relay-non-emergency').phone ?? '',
  }
  return (
    <PublicPage locale={locale} title={t('public.accessibility.title')} path={publicPaths.accessibility}>
      <div className="prose max-w-measure pt-2">
        <Heading lead={t('public.accessibility.lead')}>{t('public.accessibility.heading')}</Heading>
        <h2>{t('public.accessibility.canTitle')}</h2>
        <ul>
          {(['can1', 'can2', 'can3', 'can4', 'can5'] as const).map((line) => (
            <li key={line}>{t(`public.accessibility.${line}`)}</li>
          ))}
        </ul>
        {(['standard', 'problem', 'enforce'] as const).map((part) => (
          <section key={part} className="prose">
            <h2>{t(`public.accessibility.${part}Title`)}</h2>
            <p>{t(`public.accessibility.${part}`, values)}</p>
          </section>
        ))}
      </div>
    </PublicPage>
  )
}
