import { closeCase } from '@/lib/commands/close-case'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Closes a case. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'close', (actor, { reference, version, opening, field }) =>
    closeCase(
      actor,
      {
        ...{ reference, version, disposition: field('disposition'), reason: field('reason') },
        isRisk: riskIn(field('subject-risk')),
      },
      opening,
    ),
  )
}

function riskIn(answer: string): boolean | null {
  return answer === 'yes' || answer === 'no' ? answer === 'yes' : null
}
