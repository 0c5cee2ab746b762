import { runStanding } from '../_act/run-standing'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Declares that a case is not for somebody, or that it may be again. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runStanding(request, context, 'conflict', ['conflict-declared', 'conflict-lifted'])
}
