import { AlertServices, topics } from '@/components/journey/alert-services'
import { Notice } from '@/components/ui/notice'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Force } from '@/lib/domain/force'
import type { PublicAlert } from '@/lib/domain/risk'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** Whom the help is for: the reader, or somebody the reader tells us about. */
  readonly who?: 'you' | 'them'
  readonly alerts: readonly PublicAlert[]
  readonly force: Force
  readonly t: Translate
  readonly emergencyHref: string
  readonly supportHref: string
}

/** Help that the answers call for, the most urgent first. It never stops anybody from going on. */
export function Alerts({ who = 'them', alerts, force, t, emergencyHref, supportHref }: Props) {
  if (alerts.length === 0) return null
  const values = { ...numbersOf(force), who }
  return (
    <div className="mb-8 grid gap-4">
      {alerts.map((alert) =>
        alert === 'show-999' ? (
          <Notice key={alert} tone="danger" level={2} title={t(`public.alerts.${alert}.title`, values)}>
            <p>{t(`public.alerts.${alert}.text`, values)}</p>
            <p className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 font-semibold">
              <PhoneLink number={values.number}>{t('public.route.call', values)}</PhoneLink>
              <a href={emergencyHref}>{t('public.alerts.more')}</a>
            </p>
          </Notice>
        ) : (
          <Notice key={alert} tone="warn" level={2} title={t(`public.alerts.${alert}.title`, values)}>
            <p>{t(`public.alerts.${alert}.text`, values)}</p>
            <AlertServices alerts={[alert]} force={force} t={t} />
            <a href={`${supportHref}#${topics[alert]}`} className="mt-1 inline-block py-1 font-semibold">
              {t('public.alerts.more')}
            </a>
          </Notice>
        ),
      )}
      <p className="text-sm text-ink-soft">{t('public.alerts.goOn')}</p>
    </div>
  )
}

function numbersOf(force: Force): { number: string; press: string } {
  const route = (id: string) => force.routes.find((candidate) => candidate.id === id)
  return { number: route('emergency')?.phone ?? '', press: route('silent-solution')?.press ?? '' }
}
