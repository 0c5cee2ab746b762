import { recordContact } from '@/lib/commands/record-contact'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Records that somebody tried to reach the person, how, what came of it and what is next. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'contact', (actor, { reference, version, opening, field }) => {
    const planVersion = Number(field('plan'))
    const how = { way: field('way'), reason: field('reason') }
    const came = { result: field('result'), next: field('next'), words: field('words') }
    return recordContact(actor, { reference, version, planVersion, ...how, ...came }, opening)
  })
}
