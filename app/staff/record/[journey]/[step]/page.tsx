import { redirect } from 'next/navigation'
import { StepBody } from '@/components/journey/step-body'
import { recordingHelp } from '@/components/staff/recording-alerts'
import { requireEntrance } from '@/lib/auth/require-actor'
import { journeySetting, today } from '@/lib/commands/journey-setting'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import type { Draft } from '@/lib/drafts/draft'
import { translator } from '@/lib/i18n/translate'
import type { Journey } from '@/lib/journey/definition'
import { viewStep } from '@/lib/journey/view-step'
import { mayVisit, visitOf, walk } from '@/lib/journey/walk'
import { findJourney } from '@/lib/journeys/find-journey'
import { alertsOnStep } from '@/lib/journeys/step-alerts'
import { firstLineOf } from '../../_record/first-line'
import { RecordFrame } from '../../_record/record-frame'
import type { RecordParams } from '../../_record/record-place'
import { heldRecording } from '../../_record/held-recording'

interface Props {
  readonly params: Promise<RecordParams>
}

/** One question, to read out and to answer for somebody else: the same as online. */
export default async function RecordStepPage({ params }: Props) {
  const actor = await requireEntrance('record')
  const { journey: journeyId, step } = await params
  const journey = findJourney(journeyId)
  if (journey?.steps.some(({ slug }) => slug === step) !== true) redirect(staffPaths.missing)
  const draft = await heldRecording(actor)
  if (draft === null) redirect(staffPaths.record)
  return <RecordedStep actor={actor} journey={journey} slug={step} draft={draft} />
}

interface StepProps {
  readonly actor: Actor
  readonly journey: Journey
  readonly slug: string
  readonly draft: Draft
}

async function RecordedStep({ actor, journey, slug, draft }: StepProps) {
  const held = draft.journeys[journey.id]
  const answers = held?.answers ?? {}
  const context = await journeySetting(draft.channel, answers)
  const walked = walk(journey, answers, context)
  const step = visitOf(walked, slug)?.step
  if (step === undefined || !mayVisit(walked, slug)) {
    redirect(staffPaths.recordStep(journey.id, walked.frontier?.slug ?? 'check'))
  }
  const t = translator('en')
  const place = { base: `${staffPaths.record}/${journey.id}`, before: staffPaths.record }
  const view = viewStep({ journey, step, answers, attempt: held?.attempts[slug], context, t, ...place })
  const asked = view.questions.map(({ question }) => question)
  return (
    <RecordFrame
      actor={actor}
      channel={draft.channel}
      title={t('staff.record.stepTitle', { page: view.pageTitle })}
      problem={Object.keys(view.errors).length > 0}
      readOut={[{ text: firstLineOf(journey, slug, asked, t) }, ...view.asides]}
    >
      <StepBody
        view={{ ...view, asides: [] }}
        t={t}
        language="en"
        today={today()}
        help={recordingHelp({
          alerts: alertsOnStep(journey, slug, answers, context, held?.attempts),
          force: context.force,
          t,
        })}
      />
    </RecordFrame>
  )
}
