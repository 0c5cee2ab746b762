import { redirect } from 'next/navigation'
import { AnswerSections } from '@/components/journey/answer-sections'
import { noHourWords, ownHoursWords } from '@/components/journey/no-hour'
import { promiseWords } from '@/components/journey/promise-words'
import { recordingHelp } from '@/components/staff/recording-alerts'
import { Button } from '@/components/ui/button'
import { now } from '@/lib/adapters/clock'
import { requireEntrance } from '@/lib/auth/require-actor'
import { journeySetting } from '@/lib/commands/journey-setting'
import { isSendable } from '@/lib/commands/make-submission'
import { staffPaths } from '@/lib/config/paths'
import type { ShownPromise } from '@/lib/domain/clocks/promise-words'
import { assessRisk } from '@/lib/domain/risk'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
import { present } from '@/lib/journey/present'
import { walk } from '@/lib/journey/walk'
import { ownPromise } from '@/lib/journeys/own-hours'
import type { OwnPromise } from '@/lib/journeys/own-hours'
import { barredWays, reachTold } from '@/lib/journeys/barred-ways'
import { reachOf } from '@/lib/journeys/contact-facts'
import { facetsOf } from '@/lib/journeys/facets'
import { findJourney } from '@/lib/journeys/find-journey'
import { alertsOf } from '@/lib/journeys/step-alerts'
import { promiseOf } from '@/lib/queries/promise-of'
import { deskClock } from '../../../_desk/clock'
import { RecordFrame } from '../../_record/record-frame'
import { heldRecording } from '../../_record/held-recording'

interface Props {
  readonly params: Promise<{ readonly journey: string }>
}

/** Everything that was recorded, to read back before it is sent. */
export default async function RecordCheckPage({ params }: Props) {
  const actor = await requireEntrance('record')
  const journey = findJourney((await params).journey)
  const draft = await heldRecording(actor)
  if (journey === undefined || draft === null) redirect(staffPaths.record)
  const held = draft.journeys[journey.id]
  if (held === undefined)
    redirect(draft.sent === null ? staffPaths.record : staffPaths.recordStep(journey.id, 'sent'))
  const context = await journeySetting(draft.channel, held.answers)
  const { frontier, relevant } = walk(journey, held.answers, context)
  if (frontier !== null) redirect(staffPaths.recordStep(journey.id, frontier.slug))
  const clock = deskClock()
  const { t } = clock
  const noHour = noHourWords(barredWays(relevant), t, 'en')
  const told = await promised(journey.id, relevant, context)
  const ownHours = ownHoursWords(told?.begin ?? null, t, 'en')
  // An answer that is changed leads straight here: no other page would say what it calls for.
  const help = recordingHelp({ alerts: alertsOf(journey, held.answers, context), force: context.force, t })
  return (
    <RecordFrame
      actor={actor}
      channel={draft.channel}
      title={t('staff.record.check')}
      readOut={[
        { text: t('staff.record.readOutCheck') },
        ...(told === null
          ? []
          : [{ text: promiseWords(told.promise, { now: clock.now, t, locale: 'en', voice: 'spoken' }) }]),
        ...[ownHours, noHour].flatMap((text) => (text === null ? [] : [{ text }])),
      ]}
    >
      {help?.node}
      <h1 className="mb-5 text-xl">{t('staff.record.check')}</h1>
      <AnswerSections
        sections={present(journey, held.answers, context, t, 'staff')}
        change={{
          word: t('staff.record.change'),
          hrefOf: (slug) => staffPaths.recordStep(journey.id, slug),
        }}
      />
      <form method="post" action={`${staffPaths.recordStep(journey.id, 'check')}/send`}>
        <input type="hidden" name="token" value={held.token} />
        <Button>{t('staff.record.send')}</Button>
      </form>
    </RecordFrame>
  )
}

/** What they are promised if it is sent now, to be read out; nothing for what opens no case. */
async function promised(
  journeyId: string,
  relevant: Answers,
  context: JourneyContext,
): Promise<OwnPromise<ShownPromise> | null> {
  if (!isSendable(journeyId)) return null
  const facets = facetsOf(journeyId, relevant, context)
  const risk = assessRisk(facets.risk)
  const at = now()
  const promise = await promiseOf({ facets, risk, reach: reachOf(relevant), force: context.force, at })
  return ownPromise(relevant, { ...promise, reach: reachTold(relevant) }, at, context.force)
}
