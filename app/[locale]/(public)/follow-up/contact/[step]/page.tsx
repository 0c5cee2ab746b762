import { redirect } from 'next/navigation'
import { StepBody } from '@/components/journey/step-body'
import { journeySetting, today } from '@/lib/commands/journey-setting'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { viewStep } from '@/lib/journey/view-step'
import { mayVisit, visitOf, walk } from '@/lib/journey/walk'
import { safeContact as journey } from '@/lib/journeys/safe-contact'
import { localeOf } from '../../../_shell/locale-of'
import { PublicPage } from '../../../_shell/public-page'
import { openFollowUp } from '../../_shell/open-follow-up'

interface Props {
  readonly params: Promise<{ locale: string; step: string }>
}

/** One question on how somebody may be reached from now on. A step whose turn it is not leads to the one whose turn it is. */
export default async function ChangeContactStepPage({ params }: Props) {
  const { step: slug, locale: language } = await params
  const locale = localeOf(language)
  const held = (await openFollowUp(locale)).journeys[journey.id]
  const answers = held?.answers ?? {}
  const context = await journeySetting('online', answers)
  const walked = walk(journey, answers, context)
  const step = visitOf(walked, slug)?.step
  if (step === undefined || !mayVisit(walked, slug))
    redirect(publicPaths.changeContact(locale, walked.frontier?.slug ?? 'check'))
  const t = translator(locale)
  const view = viewStep({
    ...{ journey, step, answers, attempt: held?.attempts[slug], context, t },
    base: publicPaths.changeContact(locale),
    before: publicPaths.followUpStatus(locale),
  })
  return (
    <PublicPage
      locale={locale}
      title={view.pageTitle}
      path={(other) => publicPaths.changeContact(other, slug)}
      problem={Object.keys(view.errors).length > 0}
    >
      <StepBody view={view} t={t} language={locale} today={today()} />
    </PublicPage>
  )
}
