import { setCaseStatus } from '@/lib/commands/set-status'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Moves a case on. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'status', (actor, { reference, version, field }) =>
    setCaseStatus(actor, { reference, version, status: field('status'), reason: field('reason') }),
  )
}
