import { markTension } from '@/lib/commands/mark-tension'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Marks that a community may be in tension over a case, or takes the mark away. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'tension', (actor, { reference, version, field }) =>
    markTension(actor, {
      ...{ reference, version, reason: field('reason') },
      isMarked: field('act') === 'tension-marked',
    }),
  )
}
