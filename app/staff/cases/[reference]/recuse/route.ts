import { changeStanding } from '@/lib/commands/change-standing'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Keeps a case from whoever is signed in, because they say that it is not for them. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'recuse', (actor, { reference, version, field }) =>
    changeStanding(actor, 'recused', { reference, version }, { account: '', reason: field('reason') }),
  )
}
