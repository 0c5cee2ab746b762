import { reviewCase } from '@/lib/commands/review-case'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Records that a supervisor has looked through a case. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'review', reviewCase)
}
