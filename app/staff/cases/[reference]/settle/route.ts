import { settleEscalation } from '@/lib/commands/settle-escalation'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Records that a supervisor has seen to what they had to know of a case. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'settle', (actor, { reference, field }) =>
    settleEscalation(actor, { reference, rule: field('rule') }),
  )
}
