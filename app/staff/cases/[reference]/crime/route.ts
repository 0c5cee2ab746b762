import { recordCrime } from '@/lib/commands/record-crime'
import { readOffence } from '@/lib/domain/offence'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Says which crime was recorded of a case, or that none is, and whether any of it was online. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'crime', (actor, { reference, version, field }) => {
    const online = field('online')
    return recordCrime(actor, {
      ...{ reference, version, offence: readOffence(field('offence')) },
      isOnline: online === 'yes' || online === 'no' ? online === 'yes' : null,
    })
  })
}
