import { showNumber } from '@/lib/commands/show-number'
import { askForNumber } from '../_act/reveal-once'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Asks to see a telephone number that is kept back, and says why. The page that follows shows it once. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'number', async (actor, { reference, version, field }) => {
    const planVersion = Number(field('plan'))
    const asking = { reason: field('reason'), words: field('words') }
    await showNumber(actor, { reference, version, planVersion, ...asking })
    await askForNumber(actor, reference, planVersion)
  })
}
