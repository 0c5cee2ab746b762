import 'server-only'
import { mayEnter } from '@/lib/domain/policy'
import type { StepUpAct } from '@/lib/domain/step-up'
import { deskPost } from '../../_http/desk-post'
import type { DeskWork } from '../../_http/desk-post'
import type { DeskForm } from '../../_http/kept-form'

/** Takes a form of the administrators' pages. Each of their acts needs a fresh proof of who is asking. */
export function adminPost(
  request: Request,
  form: DeskForm & { readonly stepUp: StepUpAct },
  work: DeskWork,
): Promise<Response> {
  return deskPost(request, { ...form, may: ({ actor }) => mayEnter(actor.role, 'accounts') }, work)
}
