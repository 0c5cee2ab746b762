import 'server-only'
import type { Session } from '@/lib/auth/session'
import { mayEnter } from '@/lib/domain/desk-areas'
import { deskPost } from '../../_http/desk-post'
import type { DeskPost, DeskWork } from '../../_http/desk-post'

/** Takes a form of the page of referrals. */
export function referralPost(
  request: Request,
  form: Omit<DeskPost, 'closedPart'>,
  work: DeskWork,
): Promise<Response> {
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'referrals') ? null : 'referrals')
  return deskPost(request, { ...form, closedPart }, work)
}
