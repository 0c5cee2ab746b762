import { redirect } from 'next/navigation'
import { pageDraft } from '../../_shell/page-draft'
import { LinkButton } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Heading } from '@/components/ui/heading'
import { Notice } from '@/components/ui/notice'
import { SummaryList } from '@/components/ui/summary-list'
import { now } from '@/lib/adapters/clock'
import { publicPaths } from '@/lib/config/paths'
import { promiseState } from '@/lib/domain/time-left'
import { translator } from '@/lib/i18n/translate'
import { followUpLooks, followUpStatus } from '@/lib/queries/follow-up'
import { followUpMessages } from '@/lib/queries/follow-up-messages'
import { numbers } from '../../_shell/force-words'
import { localeOf } from '../../_shell/locale-of'
import { momentWords } from '../../_shell/moment-words'
import { PublicPage } from '../../_shell/public-page'
import { Looks } from './looks'
import { MessageForm, messageError } from './message-form'
import { Messages } from './messages'
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
  const status = followUp === null ? null : await followUpStatus(followUp.submissionId)
  if (followUp === null || status === null) redirect(publicPaths.followUp(locale))
  const [messages, looks, { sent }] = await Promise.all([
    followUpMessages(followUp),
    followUpLooks(followUp.submissionId),
    searchParams,
  ])
  const error = messageError(followUp.attempt, locale)
  const t = translator(locale)
  const late = promiseState(status.status, status.promisedBy, now()) === 'late'
  return (
    <PublicPage
      locale={locale}
      title={t('public.followUp.title')}
      path={publicPaths.followUpStatus}
      problem={error !== undefined}
    >
      <div className="grid max-w-measure gap-8 pt-2">
        {error === undefined ? null : (
          <ErrorSummary
            title={t('public.form.problem')}
            items={[{ target: 'message', message: error }]}
            attempt={0}
          />
        )}
        <Heading>{t('public.followUp.statusTitle')}</Heading>
        <Notice tone={late ? 'warn' : 'good'}>
          <p className="text-lg font-semibold">{t(`public.followUp.status.${status.status}`, numbers())}</p>
          {late ? <p className="mt-1">{t('public.followUp.late')}</p> : null}
        </Notice>
        <SummaryList rows={rowsOf(status, locale)} />
        <p>{t('public.followUp.ways')}</p>
        <Messages messages={messages} sent={sent === 'yes' && error === undefined} locale={locale} />
        <MessageForm attempt={followUp.attempt} locale={locale} />
        <p className="text-sm text-ink-soft">{t('public.messages.leave')}</p>
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

function rowsOf(status: FollowUpStatus, locale: Locale) {
  const t = translator(locale)
  return [
    { id: 'reference', label: t('public.followUp.reference'), value: status.reference },
    { id: 'received', label: t('public.followUp.received'), value: momentWords(status.receivedAt, locale) },
    ...(status.closedAt === null
      ? [
          {
            id: 'promised',
            label: t('public.followUp.promised'),
            value: momentWords(status.promisedBy, locale),
          },
        ]
      : []),
  ]
}
