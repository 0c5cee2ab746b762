import { assignCase } from '@/lib/commands/assign-case'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Gives an unassigned case to an officer. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'assign', (actor, { reference, version, field }) =>
    assignCase(actor, { reference, version, to: field('to') }),
  )
}
