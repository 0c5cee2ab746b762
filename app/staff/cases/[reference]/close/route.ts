import { closeCase } from '@/lib/commands/close-case'
import { runAct } from '../_act/run-act'
import { subjectRiskIn } from '../_act/subject-risk'

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
        isRisk: subjectRiskIn(field('subject-risk')),
      },
      opening,
    ),
  )
}
