import { Heading } from '@/components/ui/heading'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PhoneLink } from '@/components/ui/phone-link'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers } from '../_shell/force-words'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'
import { RouteCard } from '../_shell/route-card'
import type { Route } from '@/lib/domain/force'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** Every way to get help now, the quickest first, and the way back. */
export default async function EmergencyPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const t = translator(locale)
  const { number } = numbers()
  return (
    <PublicPage
      locale={locale}
      title={t('public.emergency.title')}
      path={publicPaths.emergency}
      urgent={false}
    >
      <div className="max-w-measure pt-2">
        <Heading lead={t('public.emergency.lead')}>{t('public.emergency.heading')}</Heading>
        <Notice tone="danger">
          <PhoneLink number={number} className="button button-danger w-full text-lg sm:w-auto">
            {t('public.emergency.callTitle', { number })}
          </PhoneLink>
          <p className="mt-3">{t('public.emergency.call')}</p>
        </Notice>
        <Routes title={t('public.emergency.speakTitle')} ids={['silent-solution']} t={t} />
        <Routes
          title={t('public.emergency.deafTitle')}
          ids={['bsl', 'relay-emergency', 'emergency-sms']}
          t={t}
        />
        <p className="mt-8">{t('public.emergency.say')}</p>
        <Routes
          title={t('public.emergency.notNowTitle')}
          ids={['non-emergency', 'relay-non-emergency']}
          t={t}
        />
        <p className="mt-8">
          <LinkButton look="quiet" href={publicPaths.start(locale)}>
            {t('public.emergency.back')}
          </LinkButton>
        </p>
        <Routes
          title={t('public.emergency.elsewhereTitle')}
          ids={['transport-police', 'crimestoppers', 'true-vision', 'anti-terrorism']}
          t={t}
        />
      </div>
    </PublicPage>
  )
}

interface RoutesProps {
  readonly title: string
  readonly ids: readonly string[]
  readonly t: Translate
}

function Routes({ title, ids, t }: RoutesProps) {
  const routes = ids
    .map((id) => currentForce().routes.find((route) => route.id === id))
    .filter((route): route is Route => route !== undefined)
  if (routes.length === 0) return null
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-lg">{title}</h2>
      <div className="grid gap-2.5">
        {routes.map((route) => (
          <RouteCard key={route.id} route={route} t={t} />
        ))}
      </div>
    </section>
  )
}
