import { agreeCallBack } from '@/lib/commands/agree-call-back'
import { DomainError } from '@/lib/domain/errors'
import { callBackPost } from '../_act/call-back-post'
import { knownPlan } from '../_act/known-plan'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Keeps a time to ring somebody back, or another one. */
export function POST(request: Request, context: Context): Promise<Response> {
  return callBackPost(request, context, async (session, seen, field) => {
    const planVersion = Number(field('plan-version'))
    const known = await knownPlan(session, { reference: seen.reference, planVersion })
    if (known === null) throw new DomainError('forbidden')
    const agreed = { ...seen, planVersion, at: field('at'), reason: field('reason') }
    return agreeCallBack(session.actor, agreed, known)
  })
}
