import { takeReveal } from '../_act/take-reveal'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Asks to see the addresses of a case. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return takeReveal(request, params, { part: 'reveal', fields: [], stepUp: 'reveal-address' })
}
