import { redirect } from 'next/navigation'
import { pageDraft } from '../../_shell/page-draft'
import { hoursBeginOf, noHourWords, ownHoursWords } from '@/components/journey/no-hour'
import { outOfHoursWords, promiseOfSent, promiseWords } from '@/components/journey/promise-words'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { now } from '@/lib/adapters/clock'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { numbers, readingHours } from '../../_shell/force-words'
import { placeOf } from '../../_shell/journey-place'
import { PublicPage } from '../../_shell/public-page'
import { EqualityOffer } from './equality-offer'
import { ReturnCode } from './return-code'
import { SentFiles } from './sent-files'
import type { Sent } from '@/lib/drafts/draft'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'
import type { JourneyParams } from '../../_shell/journey-place'

interface Props {
  readonly params: Promise<JourneyParams>
}

/** It arrived: the reference, the return code, and what happens next. */
export default async function SentPage({ params }: Props) {
  const { journey: journeyId, ...rest } = await params
  const { locale } = placeOf({ ...rest, journey: journeyId })
  const sent = (await pageDraft(locale))?.sent ?? null
  if (sent === null) redirect(publicPaths.start(locale))
  if (sent.journeyId !== journeyId) redirect(publicPaths.sent(locale, sent.journeyId))
  const t = translator(locale)
  return (
    <PublicPage
      locale={locale}
      title={t('public.sent.title')}
      path={(other) => publicPaths.sent(other, journeyId)}
    >
      <div className="grid max-w-measure gap-8 pt-2">
        <Receipt sent={sent} t={t} />
        <ReturnCode sent={sent} locale={locale} />
        <SentFiles files={sent.files} t={t} />
        <NextSteps sent={sent} locale={locale} />
        <EqualityOffer done={sent.equalityDone} locale={locale} />
        <section id="done" className="no-print">
          <h2 className="mb-2 text-lg">{t('public.sent.leave')}</h2>
          <p>{t('public.sent.leaveText')}</p>
        </section>
      </div>
    </PublicPage>
  )
}

function Receipt({ sent, t }: { readonly sent: Sent; readonly t: Translate }) {
  return (
    <div className="rounded-lg border border-good bg-good-wash p-6">
      <h1 className="text-xl tracking-tight text-good">
        {t(sent.kind === 'report' ? 'public.sent.heading' : 'public.sent.headingLiaison')}
      </h1>
      <p className="mt-2">{t('public.sent.lead')}</p>
      <p className="mt-5 text-sm text-ink-soft">{t('public.sent.reference')}</p>
      <p dir="ltr" className="font-mono text-lg font-bold">
        {sent.reference}
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        {t('public.sent.referenceHint', { number: numbers().other })}
      </p>
    </div>
  )
}

function NextSteps({ sent, locale }: { readonly sent: Sent; readonly locale: Locale }) {
  const t = translator(locale)
  const noHour = noHourWords(sent.barred ?? [], t, locale)
  const hasCode = sent.returnCode !== null || sent.codeHidden === true
  const promise = promiseOfSent(sent)
  const ownHours = ownHoursWords(hoursBeginOf(sent), t, locale)
  const outOfHours = outOfHoursWords(promise, t)
  return (
    <>
      <section className="grid gap-2">
        <h2 className="text-lg">{t('public.sent.nextTitle')}</h2>
        <p>{t('public.sent.next1', { hours: readingHours(t, locale) })}</p>
        <p className="font-semibold">{promiseWords(promise, { now: now(), t, locale })}</p>
        {outOfHours === '' ? null : <p>{outOfHours}</p>}
        <p>{t(hasCode ? 'public.sent.promiseLateCode' : 'public.sent.promiseLate')}</p>
        {ownHours === null ? null : <p className="font-semibold">{ownHours}</p>}
        {sent.reachable ? <p>{t('public.sent.next3')}</p> : null}
        {noHour === null ? null : (
          <p className="font-semibold">
            {noHour} {hasCode ? t('public.noHour.later') : null}
          </p>
        )}
      </section>
      <Notice tone="danger" level={2} title={t('public.sent.urgentTitle')}>
        <p>{t('public.sent.urgent', numbers())}</p>
      </Notice>
      <section className="no-print grid justify-items-start gap-3">
        <h2 className="text-lg">{t('public.sent.supportTitle')}</h2>
        <p>{t('public.sent.support')}</p>
        <LinkButton look="quiet" href={publicPaths.support(locale)}>
          {t('public.sent.supportLink')}
        </LinkButton>
      </section>
    </>
  )
}
