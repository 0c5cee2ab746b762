import { AlertServices, topics } from '@/components/journey/alert-services'
import type { Urgent } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Force } from '@/lib/domain/force'
import type { PublicAlert } from '@/lib/domain/risk'
import type { Translate } from '@/lib/i18n/translate'

/** The heading of the most urgent help on a page. */
export const helpTitleId = 'help-title'

interface Props {
  /** Whom the help is for: the reader, or somebody the reader tells us about. */
  readonly who?: 'you' | 'them'
  readonly alerts: readonly PublicAlert[]
  readonly force: Force
  readonly t: Translate
  readonly emergencyHref: string
  readonly supportHref: string
  /** Whether it stands before a form that can be gone on with. */
  readonly goesOn: boolean
}

/** Help that the answers call for, the most urgent first. It never stops anybody from going on. */
export function Alerts({ who = 'them', alerts, force, t, emergencyHref, supportHref, goesOn }: Props) {
  if (alerts.length === 0) return null
  const values = { ...numbersOf(force), who }
  return (
    <div className="mb-8 grid gap-4">
      {alerts.map((alert, index) => {
        const titled = {
          level: 2,
          title: t(`public.alerts.${alert}.title`, values),
          titleId: index === 0 ? helpTitleId : undefined,
        } as const
        return alert === 'show-999' ? (
          <Notice key={alert} tone="danger" {...titled}>
            <p>{t(`public.alerts.${alert}.text`, values)}</p>
            <p className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 font-semibold">
              <PhoneLink number={values.number}>{t('public.route.call', values)}</PhoneLink>
              <a href={emergencyHref}>{t('public.alerts.more')}</a>
            </p>
          </Notice>
        ) : (
          <Notice key={alert} tone="warn" {...titled}>
            <p>{t(`public.alerts.${alert}.text`, values)}</p>
            <AlertServices alerts={[alert]} force={force} t={t} />
            <a href={`${supportHref}#${topics[alert]}`} className="mt-1 inline-block py-1 font-semibold">
              {t('public.alerts.more')}
            </a>
          </Notice>
        )
      })}
      {goesOn ? <p className="text-sm text-ink-soft">{t('public.alerts.goOn')}</p> : null}
    </div>
  )
}

/** The same as what comes before all that is wrong with a form; undefined where the answers call for none. */
export function urgentHelp(props: Props): Urgent | undefined {
  return props.alerts.length === 0 ? undefined : { titleId: helpTitleId, node: <Alerts {...props} /> }
}

function numbersOf(force: Force): { number: string; press: string } {
  const route = (id: string) => force.routes.find((candidate) => candidate.id === id)
  return { number: route('emergency')?.phone ?? '', press: route('silent-solution')?.press ?? '' }
}
