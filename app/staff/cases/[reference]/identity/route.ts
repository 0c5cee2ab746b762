import { DomainError } from '@/lib/domain/errors'
import { isIdentityAnswer } from '@/lib/domain/identity'
import { takeReveal } from '../_act/take-reveal'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Asks to see what somebody told about who they are, and says why. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return takeReveal(request, params, {
    ...{ part: 'identity', fields: ['reason'], stepUp: 'reveal-identity' },
    reasonIn: (field) => {
      const reason = field('reason')
      if (!isIdentityAnswer(reason)) throw new DomainError('invalid')
      return reason
    },
  })
}
