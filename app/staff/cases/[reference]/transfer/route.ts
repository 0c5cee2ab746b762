import { transferCase } from '@/lib/commands/transfer-case'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Hands a case over to somebody else. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'transfer', (actor, { reference, version, field }) =>
    transferCase(actor, { reference, version, to: field('to'), reason: field('reason') }),
  )
}
