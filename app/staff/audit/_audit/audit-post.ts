import 'server-only'
import type { Session } from '@/lib/auth/session'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { StepUpAct } from '@/lib/domain/step-up'
import { deskPost } from '../../_http/desk-post'
import type { DeskWork } from '../../_http/desk-post'
import type { DeskForm } from '../../_http/kept-form'

/** Takes a form of the pages of whoever answers for looking. */
export function auditPost(
  request: Request,
  form: DeskForm & { readonly stepUp?: StepUpAct },
  work: DeskWork,
): Promise<Response> {
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'audit') ? null : 'audit')
  return deskPost(request, { ...form, closedPart }, work)
}
