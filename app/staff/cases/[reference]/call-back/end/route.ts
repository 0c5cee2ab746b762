import { endCallBack } from '@/lib/commands/end-call-back'
import { callBackPost } from '../_act/call-back-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Says that somebody was rung back, could not be reached, or is not to be rung. */
export function POST(request: Request, context: Context): Promise<Response> {
  return callBackPost(request, context, ({ actor }, seen, field) =>
    endCallBack(actor, { ...seen, outcome: field('outcome'), reason: field('cancel-reason') }),
  )
}
