import { takeCase } from '@/lib/commands/take-case'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Takes a case for whoever is signed in. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'take', (actor, { reference, version }) =>
    takeCase(actor, { reference, version }),
  )
}
