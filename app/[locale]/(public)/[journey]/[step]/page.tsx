import { redirect } from 'next/navigation'
import { pageDraft } from '../../_shell/page-draft'
import { urgentHelp } from '@/components/journey/alerts'
import { StepBody } from '@/components/journey/step-body'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { journeySetting, today } from '@/lib/commands/journey-setting'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { viewStep } from '@/lib/journey/view-step'
import { mayVisit, visitOf, walk } from '@/lib/journey/walk'
import { alertsOnStep, whoIsHelped } from '@/lib/journeys/step-alerts'
import { placeOf } from '../../_shell/journey-place'
import { AlreadySent } from './already-sent'
import { OutsideNotice } from '../../_shell/outside-notice'
import { PublicPage } from '../../_shell/public-page'
import type { Draft, JourneyDraft } from '@/lib/drafts/draft'
import type { Journey } from '@/lib/journey/definition'
import type { Locale } from '@/lib/i18n/locales'
import type { JourneyParams } from '../../_shell/journey-place'

interface Props {
  readonly params: Promise<JourneyParams & { readonly step: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** One question page. A step whose turn it is not sends the person to the one whose turn it is. */
export default async function StepPage({ params, searchParams }: Props) {
  const { step: slug, ...place } = await params
  const { locale, journey } = placeOf(place)
  if (journey?.steps.some((candidate) => candidate.slug === slug) !== true)
    redirect(publicPaths.missing(locale))
  const draft = await pageDraft(locale)
  if (journey.id === 'equality' && draft?.sent?.equalityDone !== false) redirect(publicPaths.start(locale))
  const held = draft?.journeys[journey.id]
  const { lost, another } = await searchParams
  if (another !== 'yes' && isSent(draft, journey.id))
    return <AlreadySent locale={locale} journeyId={journey.id} slug={slug} />
  return <StepHere locale={locale} journey={journey} slug={slug} held={held} lost={lost === 'yes'} />
}

/** Whether this journey was sent from here and no other of its kind was begun since. */
function isSent(draft: Draft | null, journeyId: string): boolean {
  return draft?.sent?.journeyId === journeyId && draft.journeys[journeyId] === undefined
}

interface HereProps {
  readonly locale: Locale
  readonly journey: Journey
  readonly slug: string
  readonly held: JourneyDraft | undefined
  readonly lost: boolean
}

async function StepHere({ locale, journey, slug, held, lost }: HereProps) {
  const t = translator(locale)
  const { answers, attempts }: Pick<JourneyDraft, 'answers' | 'attempts'> = held ?? {
    answers: {},
    attempts: {},
  }
  const context = await journeySetting('online', answers)
  const walked = walk(journey, answers, context)
  const step = visitOf(walked, slug)?.step
  if (step === undefined || !mayVisit(walked, slug)) {
    const { frontier } = walked
    redirect(
      frontier === null
        ? publicPaths.check(locale, journey.id)
        : publicPaths.step(locale, journey.id, frontier.slug),
    )
  }
  const base = publicPaths.journey(locale, journey.id)
  const before = journey.id === 'equality' ? publicPaths.sent(locale, 'report') : publicPaths.start(locale)
  const view = viewStep({ journey, step, answers, attempt: attempts[slug], context, t, base, before })
  const wrong = Object.keys(view.errors).length > 0
  return (
    <PublicPage
      locale={locale}
      title={view.pageTitle}
      path={(other) => publicPaths.step(other, journey.id, slug)}
      problem={wrong}
    >
      <StepBody
        view={view}
        t={t}
        language={locale}
        today={today()}
        help={urgentHelp({
          who: whoIsHelped(journey, answers),
          alerts: alertsOnStep(journey, slug, answers, context, attempts),
          force: context.force,
          t,
          emergencyHref: publicPaths.emergency(locale),
          supportHref: publicPaths.support(locale),
          goesOn: true,
        })}
        before={
          <>
            {lost ? <LostNotice locale={locale} /> : null}
            {slug === 'outside' ? <OutsideNotice answers={answers} context={context} t={t} /> : null}
            {journey.id === 'equality' ? <SkipAll locale={locale} /> : null}
          </>
        }
      />
    </PublicPage>
  )
}

function LostNotice({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <div className="mb-8">
      <Notice tone="warn" level={2} title={t('public.form.lostTitle')}>
        <p>{t('public.form.lost')}</p>
      </Notice>
    </div>
  )
}

function SkipAll({ locale }: { readonly locale: Locale }) {
  return (
    <p className="mb-6">
      <LinkButton look="quiet" href={publicPaths.sent(locale, 'report')}>
        {translator(locale)('public.equality.skip')}
      </LinkButton>
    </p>
  )
}
