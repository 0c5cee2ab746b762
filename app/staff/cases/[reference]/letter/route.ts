import { writeLetter } from '@/lib/commands/write-letter'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Writes a text or an e-mail to whoever reported, by the plan that the page showed. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'letter', (actor, { reference, version, opening, field }) => {
    const words = { way: field('way'), template: field('template'), text: field('text') }
    return writeLetter(actor, { reference, version, planVersion: Number(field('plan')), ...words }, opening)
  })
}
