import { tellControlRoom } from '@/lib/commands/tell-control-room'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Records that the control room has been told. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'control-room', tellControlRoom)
}
