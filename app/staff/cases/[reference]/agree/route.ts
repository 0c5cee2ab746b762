import { writeAgreement } from '@/lib/commands/write-agreement'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Writes down what was agreed with the reporter. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'agree', (actor, { reference, version, field }) =>
    writeAgreement(actor, { reference, version, text: field('text') }),
  )
}
