import { decideRisk } from '@/lib/commands/decide-risk'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Records a decision about the risk. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'risk', (actor, { reference, version, field }) =>
    decideRisk(actor, {
      ...{ reference, version, risk: field('risk') },
      ...{ reason: field('reason'), again: field('again') },
    }),
  )
}
