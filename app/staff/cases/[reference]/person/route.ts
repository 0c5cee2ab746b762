import { namePerson } from '@/lib/commands/record-person'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Names somebody in the case, and what they are in it. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'person', (actor, { reference, version, field }) =>
    namePerson(actor, { reference, version, name: field('name'), role: field('role') }),
  )
}
