import { draftKey, takeDraftKey } from '@/app/_form/draft-cookie'
import { seeOther } from '@/app/_form/see-other'
import { leaveDraft } from '@/lib/commands/leave'
import { staffPaths } from '@/lib/config/paths'
import { postedForm } from '../../_http/posted-form'
import { asRecorder } from '../_record/as-recorder'

/** Deletes what was recorded and not sent. */
export function POST(request: Request): Promise<Response> {
  return asRecorder(async () => {
    if ((await postedForm(request)) === 'foreign') return seeOther(staffPaths.record)
    await leaveDraft('record', await draftKey('record'))
    await takeDraftKey('record')
    return seeOther(staffPaths.record)
  })
}
