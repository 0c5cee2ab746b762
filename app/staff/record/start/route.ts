import { draftKey, giveDraftKey } from '@/app/_form/draft-cookie'
import { seeOther } from '@/app/_form/see-other'
import { startRecording } from '@/lib/commands/start-recording'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { findJourney } from '@/lib/journeys/find-journey'
import { postedForm } from '../../_http/posted-form'
import { asRecorder } from '../_record/as-recorder'

/** Starts to record, in place of whatever this browser was recording before. */
export function POST(request: Request): Promise<Response> {
  return asRecorder(async (actor) => {
    const form = await postedForm(request)
    const again = seeOther(`${staffPaths.record}?problem=choose`)
    if (typeof form === 'string') return again
    const journey = findJourney(form.get('journey') ?? '')
    const first = journey?.steps[0]
    if (journey === undefined || first === undefined) return again
    try {
      await giveDraftKey(
        'record',
        await startRecording(actor, form.get('channel') ?? '', await draftKey('record')),
      )
    } catch (error) {
      if (error instanceof DomainError) return again
      throw error
    }
    return seeOther(staffPaths.recordStep(journey.id, first.slug))
  })
}
