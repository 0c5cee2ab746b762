import { seeOther } from '@/app/_form/see-other'
import { stepPosted, stepSaved } from '@/app/_form/step-posted'
import { staffPaths } from '@/lib/config/paths'
import { asRecorder } from '../../../_record/as-recorder'
import { recordStep } from '../../../_record/record-place'
import type { RecordParams } from '../../../_record/record-place'

interface Context {
  readonly params: Promise<RecordParams>
}

/** Takes one posted step of a recording. When the session is over it waits, as it was written, in the draft. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return asRecorder(
    async (actor) => {
      const place = await recordStep(actor, await params)
      return place === null ? seeOther(staffPaths.record) : stepPosted(request, place)
    },
    async (owner) => {
      const { journey, step } = await params
      const place = await recordStep(owner, { journey, step })
      const isKept = place !== null && (await stepSaved(request, place)).status === 204
      return { page: staffPaths.recordStep(journey, step), isKept }
    },
  )
}
