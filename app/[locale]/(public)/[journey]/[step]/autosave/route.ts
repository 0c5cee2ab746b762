import { stepSaved } from '@/app/_form/step-posted'
import { publicStep } from '../../../_shell/journey-place'
import type { JourneyParams } from '../../../_shell/journey-place'

type Params = Promise<JourneyParams & { readonly step: string }>

/** Keeps what is typed so far. */
export async function POST(request: Request, { params }: { params: Params }): Promise<Response> {
  return stepSaved(request, publicStep(await params))
}
