import 'server-only'
import type { Session } from '@/lib/auth/session'
import { mayEnter } from '@/lib/domain/desk-areas'
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
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'accounts') ? null : 'accounts')
  return deskPost(request, { ...form, closedPart }, work)
}
