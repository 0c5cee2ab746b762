import { recordContact } from '@/lib/commands/record-contact'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Records that somebody tried to reach the person, and what came of it. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'contact', (actor, { reference, version, field }) =>
    recordContact(actor, { reference, version, result: field('result') }),
  )
}
