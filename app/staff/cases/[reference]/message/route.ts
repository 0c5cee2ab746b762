import { sendMessage } from '@/lib/commands/send-message'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Leaves a message for the holder of the return code. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'message', (actor, { reference, version, opening, field }) => {
    const tellBy = field('tell') === '' ? null : Number(field('tell'))
    return sendMessage(actor, { reference, version, text: field('text'), tellBy }, opening)
  })
}
