import { redirect } from 'next/navigation'
import { pageDraft } from '../../_shell/page-draft'
import { momentWords } from '@/components/journey/moment-words'
import { urgentHelp } from '@/components/journey/alerts'
import { LinkButton } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Heading } from '@/components/ui/heading'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { standing } from '@/lib/domain/told-standing'
import { translator } from '@/lib/i18n/translate'
import { codeStillOpens, followUpLooks, followUpStatus } from '@/lib/queries/follow-up'
import { followUpAgreement } from '@/lib/queries/follow-up-agreement'
import { followUpMessages } from '@/lib/queries/follow-up-messages'
import { followUpPassed } from '@/lib/queries/follow-up-passed'
import { followUpWords } from '@/lib/queries/follow-up-words'
import { numbers } from '../../_shell/force-words'
import { localeOf } from '../../_shell/locale-of'
import { PublicPage } from '../../_shell/public-page'
import { Agreed } from './agreed'
import { ChangedByStaff } from './changed-by-staff'
import { expectations, saidLate } from './expectations'
import { Looks } from './looks'
import { Done, WhatElse } from './what-else'
import { MessageForm, messageError } from './message-form'
import { Messages } from './messages'
import { PassedOn } from './passed-on'
import type { PublicAlert } from '@/lib/domain/risk'
import type { FollowUp } from '@/lib/drafts/draft'
import type { FollowUpStatus } from '@/lib/queries/follow-up'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Where a report or request stands and what was written about it, for whoever has its return code. */
export default async function FollowUpStatusPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const followUp = (await pageDraft(locale))?.followUp ?? null
  const status =
    followUp !== null && (await codeStillOpens(followUp)) ? await followUpStatus(followUp.submissionId) : null
  if (followUp === null || status === null) redirect(publicPaths.followUp(locale))
  const [messages, agreement, looks, passed, own, { sent, done }] = await Promise.all([
    followUpMessages(followUp),
    followUpAgreement(followUp),
    followUpLooks(followUp.submissionId),
    followUpPassed(followUp),
    followUpWords(locale),
    searchParams,
  ])
  const error = messageError(followUp.attempt, locale)
  const t = translator(locale)
  const help = urgentHelp({
    alerts: helpFor(followUp, status),
    force: currentForce(),
    t,
    emergencyHref: publicPaths.emergency(locale),
    supportHref: publicPaths.support(locale),
    goesOn: false,
  })
  return (
    <PublicPage
      locale={locale}
      title={t('public.followUp.title')}
      path={publicPaths.followUpStatus}
      problem={error !== undefined}
    >
      <div className="grid max-w-measure gap-8 pt-2">
        {error === undefined ? (
          help?.node
        ) : (
          <ErrorSummary
            title={t('public.form.problem')}
            items={[{ target: 'message', message: error }]}
            attempt={0}
            first={help}
          />
        )}
        <Heading>{t('public.followUp.statusTitle')}</Heading>
        <Done asked={done} done={followUp.done} locale={locale} />
        <Standing {...{ status, own, locale }} />
        <PassedOn passed={passed} locale={locale} />
        <ChangedByStaff at={status.planByStaffAt} locale={locale} />
        <SummaryList rows={rowsOf(status, locale)} />
        <p>{t('public.followUp.ways')}</p>
        <Agreed agreement={agreement} now={now()} locale={locale} />
        <Messages messages={messages} sent={sent === 'yes' && error === undefined} locale={locale} />
        <MessageForm attempt={followUp.attempt} locale={locale} />
        <p className="text-sm text-ink-soft">{t('public.messages.leave')}</p>
        <WhatElse status={status} locale={locale} />
        <Looks looks={looks} worried={t('public.looks.worried', numbers())} locale={locale} />
        <p className="flex flex-wrap gap-3">
          <LinkButton look="quiet" href={publicPaths.support(locale)}>
            {t('public.sent.supportLink')}
          </LinkButton>
        </p>
      </div>
    </PublicPage>
  )
}

interface StandingProps {
  readonly status: FollowUpStatus
  /** The force's own words for how things stand. */
  readonly own: Awaited<ReturnType<typeof followUpWords>>
  readonly locale: Locale
}

/** How things stand, that we are late where we are, and what they said of it themselves. */
function Standing({ status, own, locale }: StandingProps) {
  const t = translator(locale)
  const late = saidLate(status, now(), locale)
  return (
    <Notice tone={late === null ? 'good' : 'warn'}>
      <p className="text-lg font-semibold">
        {own.get(standing(status)) ?? t(`public.followUp.status.${standing(status)}`, numbers())}
      </p>
      {late === null ? null : <p className="mt-1 whitespace-pre-wrap">{late}</p>}
      {saidByThem(status).map((said) => (
        <p key={said} className="mt-1">
          {t(`returning.standing.${said}`)}
        </p>
      ))}
    </Notice>
  )
}

/** What they wrote last calls for it, or nobody has read yet what said that there is danger. */
function helpFor({ alerts = [] }: FollowUp, { dangerAt }: FollowUpStatus): readonly PublicAlert[] {
  return dangerAt === null || alerts.includes('show-999') ? alerts : ['show-999', ...alerts]
}

/** What they told us of it themselves, while it counts. */
function saidByThem({
  status,
  withdrawnAt,
  disputed,
}: FollowUpStatus): readonly ('withdrawn' | 'disputed')[] {
  return [
    ...(withdrawnAt !== null && status !== 'closed' ? (['withdrawn'] as const) : []),
    ...(disputed ? (['disputed'] as const) : []),
  ]
}

function rowsOf(status: FollowUpStatus, locale: Locale) {
  const t = translator(locale)
  return [
    { id: 'reference', label: t('public.followUp.reference'), value: status.reference },
    { id: 'received', label: t('public.followUp.received'), value: momentWords(status.receivedAt, locale) },
    ...expectations(status, now(), locale),
  ]
}
