import { redirect } from 'next/navigation'
import { AnswerSections } from '@/components/journey/answer-sections'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { journeySetting } from '@/lib/commands/journey-setting'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { present } from '@/lib/journey/present'
import { walk } from '@/lib/journey/walk'
import { findJourney } from '@/lib/journeys/find-journey'
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
  const context = journeySetting(draft.channel)
  const { frontier } = walk(journey, held.answers, context)
  if (frontier !== null) redirect(staffPaths.recordStep(journey.id, frontier.slug))
  const t = translator('en')
  return (
    <RecordFrame
      actor={actor}
      channel={draft.channel}
      title={t('staff.record.check')}
      readOut={[{ text: t('staff.record.readOutCheck') }]}
    >
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
