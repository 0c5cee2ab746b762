import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { pageDraft } from '../../_shell/page-draft'
import { SendingPuzzle } from '@/components/journey/sending-puzzle'
import { Alerts } from '@/components/journey/alerts'
import { AnswerSections } from '@/components/journey/answer-sections'
import { noHourWords, ownHoursWords } from '@/components/journey/no-hour'
import { promiseWords } from '@/components/journey/promise-words'
import { Button } from '@/components/ui/button'
import { Heading } from '@/components/ui/heading'
import { now } from '@/lib/adapters/clock'
import { journeySetting } from '@/lib/commands/journey-setting'
import { publicPaths } from '@/lib/config/paths'
import { assessRisk } from '@/lib/domain/risk'
import { promiseOf } from '@/lib/queries/promise-of'
import { isBusy } from '@/lib/edge/lane-headers'
import { translator } from '@/lib/i18n/translate'
import { ownPromise } from '@/lib/journeys/own-hours'
import { present } from '@/lib/journey/present'
import { walk } from '@/lib/journey/walk'
import { barredWays, reachTold } from '@/lib/journeys/barred-ways'
import { reachOf, wantsReturnCode } from '@/lib/journeys/contact-facts'
import { facetsOf } from '@/lib/journeys/facets'
import { alertsOf, whoIsHelped } from '@/lib/journeys/step-alerts'
import { readingHours } from '../../_shell/force-words'
import { isSendable, placeOf } from '../../_shell/journey-place'
import { PublicPage } from '../../_shell/public-page'
import { FilesPart } from './files-part'
import { WhatHappens, readersOf } from './what-happens'
import type { JourneyParams } from '../../_shell/journey-place'

interface Props {
  readonly params: Promise<JourneyParams>
}

/** Everything that would be sent, in words, with a way to change each of it, and what sending it means. */
export default async function CheckPage({ params }: Props) {
  const { locale, journey } = placeOf(await params)
  if (journey === undefined || !isSendable(journey.id)) redirect(publicPaths.missing(locale))
  const draft = await pageDraft(locale)
  const held = draft?.journeys[journey.id]
  if (held === undefined) {
    redirect(
      draft?.sent?.journeyId === journey.id
        ? publicPaths.sent(locale, journey.id)
        : publicPaths.start(locale),
    )
  }
  const context = await journeySetting('online', held.answers)
  const { relevant, frontier } = walk(journey, held.answers, context)
  if (frontier !== null) redirect(publicPaths.step(locale, journey.id, frontier.slug))

  const t = translator(locale)
  const facets = facetsOf(journey.id, relevant, context)
  const at = now()
  const reach = reachOf(relevant)
  const promised = await promiseOf({ facets, risk: assessRisk(facets.risk), reach, force: context.force, at })
  const { promise, begin } = ownPromise(relevant, promised, at, context.force)
  const alerts = alertsOf(journey, held.answers, context)
  return (
    <PublicPage
      locale={locale}
      title={t('public.check.title')}
      path={(other) => publicPaths.check(other, journey.id)}
    >
      <div className="max-w-list pt-2">
        <Alerts
          who={whoIsHelped(journey, relevant)}
          alerts={alerts.filter((alert) => alert === 'show-999')}
          force={context.force}
          t={t}
          emergencyHref={publicPaths.emergency(locale)}
          supportHref={publicPaths.support(locale)}
          goesOn
        />
        <Heading lead={t('public.check.lead')}>{t('public.check.heading')}</Heading>
        <AnswerSections
          sections={present(journey, held.answers, context, t, 'public')}
          change={{
            word: t('public.check.change'),
            hrefOf: (slug) => publicPaths.step(locale, journey.id, slug),
          }}
          blankWords={(count) => t('public.check.blank', { count })}
        />
        <FilesPart journeyId={journey.id} files={held.files} locale={locale} />
        <WhatHappens
          t={t}
          hours={readingHours(t, locale)}
          promise={promiseWords({ ...promise, reach: reachTold(relevant) }, { now: at, t, locale })}
          reachable={reach !== 'none'}
          noHour={noHourWords(barredWays(relevant), t, locale)}
          ownHours={ownHoursWords(begin, t, locale)}
          hoursHref={publicPaths.step(locale, journey.id, 'hours')}
          readers={readersOf(facets)}
          hasCode={wantsReturnCode(relevant)}
        />
        {alerts.some((alert) => alert !== 'show-999') ? (
          <p className="mb-6">
            <a href={publicPaths.support(locale)} className="inline-block py-1 font-semibold">
              {t('public.check.support')}
            </a>
          </p>
        ) : null}
        <form method="post" action={`${publicPaths.check(locale, journey.id)}/send`}>
          <input type="hidden" name="token" value={held.token} />
          <input name="website" tabIndex={-1} autoComplete="off" aria-hidden="true" className="hidden" />
          {isBusy(await headers()) ? (
            <SendingPuzzle token={held.token} working={t('public.wait.working')} sends={false} />
          ) : null}
          <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
            <Button className="w-full sm:w-auto">
              {t(journey.id === 'report' ? 'public.check.send' : 'public.check.sendLiaison')}
            </Button>
            <a href={publicPaths.exit} rel="noreferrer nofollow" className="py-1">
              {t('public.check.stop')}
            </a>
          </div>
        </form>
      </div>
    </PublicPage>
  )
}
