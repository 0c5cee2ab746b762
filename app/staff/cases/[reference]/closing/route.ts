import { askClosing } from '@/lib/commands/ask-closing'
import { approveClosing, refuseClosing, takeBackClosing } from '@/lib/commands/decide-closing'
import { DomainError } from '@/lib/domain/errors'
import { runAct } from '../_act/run-act'
import { subjectRiskIn } from '../_act/subject-risk'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Asks for a case to be closed, or decides about what somebody else asked for, or takes one's own back. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'closing', (actor, { reference, version, opening, field }) => {
    const seen = { reference, version, reason: field('reason') }
    switch (field('act')) {
      case 'closing-asked':
        return askClosing(actor, {
          ...seen,
          ...{ disposition: field('disposition'), isRisk: subjectRiskIn(field('subject-risk')) },
        })
      case 'closing-approved':
        return approveClosing(actor, seen, opening)
      case 'closing-refused':
        return refuseClosing(actor, seen)
      case 'closing-taken-back':
        return takeBackClosing(actor, seen)
      default:
        throw new DomainError('invalid')
    }
  })
}
