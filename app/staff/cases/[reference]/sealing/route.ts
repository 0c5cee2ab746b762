import { runStanding } from '../_act/run-standing'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Seals a case or ends that, or changes who is named for one. */
export function POST(request: Request, context: Context): Promise<Response> {
  const acts = ['case-sealed', 'case-unsealed', 'reader-named', 'reader-removed'] as const
  return runStanding(request, context, 'sealing', acts)
}
