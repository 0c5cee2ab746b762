import { draftKey } from '@/app/_form/draft-cookie'
import { seeOther } from '@/app/_form/see-other'
import { submitJourney } from '@/lib/commands/submit-journey'
import { staffPaths } from '@/lib/config/paths'
import { postedForm } from '../../../../_http/posted-form'
import { asRecorder } from '../../../_record/as-recorder'
import { heldRecording } from '../../../_record/held-recording'

interface Context {
  readonly params: Promise<{ readonly journey: string }>
}

/** Sends what was recorded, in the name of whoever recorded it. The same page sent again leads to the same confirmation. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  const again = async () => ({
    page: staffPaths.recordStep((await params).journey, 'check'),
    isKept: false,
  })
  return asRecorder(async (actor) => {
    const { journey: journeyId } = await params
    const form = await postedForm(request)
    const draft = await heldRecording(actor)
    if (typeof form === 'string' || draft === null) return seeOther(staffPaths.record)
    const result = await submitJourney({
      slot: 'record',
      channel: draft.channel,
      journeyId,
      locale: 'en',
      token: form.get('token') ?? '',
      cookie: await draftKey('record'),
      recordedBy: actor,
    })
    if (result.ok) return seeOther(staffPaths.recordStep(result.sent.journeyId, 'sent'))
    if (result.go.to === 'start') return seeOther(staffPaths.record)
    return seeOther(staffPaths.recordStep(journeyId, result.go.to === 'step' ? result.go.slug : 'check'))
  }, again)
}
