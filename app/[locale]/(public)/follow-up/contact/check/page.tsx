import { redirect } from 'next/navigation'
import { AnswerSections } from '@/components/journey/answer-sections'
import { noHourWords } from '@/components/journey/no-hour'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Heading } from '@/components/ui/heading'
import { journeySetting } from '@/lib/commands/journey-setting'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { present } from '@/lib/journey/present'
import { walk } from '@/lib/journey/walk'
import { barredWays, reachTold } from '@/lib/journeys/barred-ways'
import { safeContact as journey } from '@/lib/journeys/safe-contact'
import { localeOf } from '../../../_shell/locale-of'
import { PublicPage } from '../../../_shell/public-page'
import { BackToStatus } from '../../_shell/back-to-status'
import { openFollowUp } from '../../_shell/open-follow-up'

interface Props {
  readonly params: Promise<{ locale: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** Everything that would hold from now on, in words, with a way to change each of it. */
export default async function CheckContactPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale)
  const held = (await openFollowUp(locale)).journeys[journey.id]
  if (held === undefined) redirect(publicPaths.changeContact(locale))
  const context = await journeySetting('online', held.answers)
  const { relevant, frontier } = walk(journey, held.answers, context)
  if (frontier !== null) redirect(publicPaths.changeContact(locale, frontier.slug))
  const t = translator(locale)
  const noHour = noHourWords(barredWays(relevant), t, locale)
  const told = reachTold(relevant)
  const isFull = (await searchParams).problem === 'full'
  return (
    <PublicPage
      locale={locale}
      title={t('public.check.title')}
      path={(other) => publicPaths.changeContact(other, 'check')}
      problem={isFull}
    >
      <div className="max-w-list pt-2">
        {isFull ? (
          <ErrorSummary
            title={t('public.form.problem')}
            items={[{ target: 'keep', message: t('returning.contact.full') }]}
            attempt={0}
          />
        ) : null}
        <Heading lead={t('returning.contact.lead')}>{t('returning.contact.heading')}</Heading>
        <AnswerSections
          sections={present(journey, held.answers, context, t, 'public')}
          change={{
            word: t('public.check.change'),
            hrefOf: (slug) => publicPaths.changeContact(locale, slug),
          }}
          blankWords={(count) => t('public.check.blank', { count })}
        />
        <p className="mb-6">{t(`returning.contact.reach.${told === 'none' ? 'theirs' : told}`)}</p>
        {noHour === null ? null : (
          <p className="mb-6 font-semibold">
            {noHour} <a href={publicPaths.changeContact(locale, 'hours')}>{t('public.noHour.tick')}</a>
          </p>
        )}
        <form method="post" action={publicPaths.keepContact(locale)} className="mb-6">
          <input type="hidden" name="token" value={held.token} />
          <Button id="keep">{t('returning.contact.keep')}</Button>
        </form>
        <BackToStatus locale={locale} />
      </div>
    </PublicPage>
  )
}
