import { ErrorSummary } from '@/components/ui/error-summary'
import { Heading } from '@/components/ui/heading'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { servicesToRefer } from '@/lib/domain/ways-out/support'
import { translator } from '@/lib/i18n/translate'
import { followUpStatus } from '@/lib/queries/follow-up'
import { followUpSupport } from '@/lib/queries/follow-up-support'
import { localeOf } from '../../_shell/locale-of'
import { PublicPage } from '../../_shell/public-page'
import { BackToStatus } from '../_shell/back-to-status'
import { openFollowUp } from '../_shell/open-follow-up'
import { Done } from '../status/what-else'
import { AgreedServices } from './agreed-services'
import { AskService } from './ask-service'
import { NoWay } from './no-way'

interface Props {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** To which support services somebody agreed, what these were told, and where they agree to one more or take one back. */
export default async function ReferralPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const { followUp } = await openFollowUp(locale)
  const [supports, status, { done, problem, account, place }] = await Promise.all([
    followUpSupport(followUp),
    followUpStatus(followUp.submissionId),
    searchParams,
  ])
  const held = new Set(supports.flatMap(({ service, endedAt }) => (endedAt === null ? [service] : [])))
  const every = servicesToRefer(currentForce())
  const services = every.filter(({ id }) => !held.has(id))
  const t = translator(locale)
  const wrong = problem === 'service' ? 'service' : problem === 'who' ? 'who' : null
  const words = { service: t('service.none'), who: t('service.nobody') }
  return (
    <PublicPage
      locale={locale}
      title={t('public.followUp.title')}
      path={publicPaths.referral}
      problem={wrong !== null}
    >
      <div className="grid max-w-measure gap-8 pt-2">
        {wrong !== null ? (
          <ErrorSummary
            title={t('public.form.problem')}
            items={[{ target: wrong === 'service' ? 'service' : 'whose', message: words[wrong] }]}
            attempt={0}
          />
        ) : null}
        <Done asked={done} done={followUp.done} locale={locale} />
        <Heading lead={t('service.lead')}>{t('service.heading')}</Heading>
        <AgreedServices supports={supports} locale={locale} />
        {status?.reach === 'out' ? (
          <AskService
            services={services}
            errors={{
              service: wrong === 'service' ? words.service : undefined,
              who: wrong === 'who' ? words.who : undefined,
            }}
            chosen={every[Number(place)]?.id ?? ''}
            mayTellAccount={account === 'yes'}
            locale={locale}
          />
        ) : (
          <NoWay locale={locale} />
        )}
        <BackToStatus locale={locale} />
      </div>
    </PublicPage>
  )
}
