import { seeOther } from '@/app/_form/see-other'
import { stepSaved } from '@/app/_form/step-posted'
import { staffPaths } from '@/lib/config/paths'
import { asRecorder } from '../../../_record/as-recorder'
import { recordStep } from '../../../_record/record-place'
import type { RecordParams } from '../../../_record/record-place'

interface Context {
  readonly params: Promise<RecordParams>
}

/** Keeps what is typed so far of a recording. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return asRecorder(async (actor) => {
    const place = await recordStep(actor, await params)
    return place === null ? seeOther(staffPaths.record) : stepSaved(request, place)
  })
}
