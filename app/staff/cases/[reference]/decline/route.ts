import { declineOffer } from '@/lib/commands/answer-offer'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Says no to a case that whoever is signed in is asked to take. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'decline', (actor, { reference, field }) =>
    declineOffer(actor, reference, field('reason')),
  )
}
