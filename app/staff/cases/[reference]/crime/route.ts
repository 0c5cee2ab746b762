import { liftCrime, recordCrime } from '@/lib/commands/record-crime'
import { DomainError } from '@/lib/domain/errors'
import { readOffence } from '@/lib/domain/offence'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Says that a crime was recorded of a case and which, or that none is after all. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'crime', (actor, { reference, version, field }) => {
    const online = field('online')
    switch (field('act')) {
      case 'crime-recorded':
        return recordCrime(actor, {
          ...{ reference, version, offence: readOffence(field('offence')) },
          isOnline: online === 'yes' || online === 'no' ? online === 'yes' : null,
        })
      case 'crime-lifted':
        return liftCrime(actor, { reference, version })
      default:
        throw new DomainError('invalid')
    }
  })
}
