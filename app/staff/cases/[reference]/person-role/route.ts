import { changePerson } from '@/lib/commands/record-person'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Says that somebody in the case is something else in it, or not in it. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'person-role', (actor, { reference, version, field }) =>
    changePerson(actor, { reference, version, person: field('person'), role: field('role') }),
  )
}
