import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import type { Session } from '@/lib/auth/session'
import { mayEnter } from '@/lib/domain/desk-areas'
import { deskPost } from '../../_http/desk-post'
import type { DeskWork } from '../../_http/desk-post'

/** Takes a form about how cases end. */
export function recordTypePost(
  request: Request,
  form: { readonly form: string; readonly fields: readonly string[] },
  work: DeskWork,
): Promise<Response> {
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'record-types') ? null : 'record-types')
  return deskPost(request, { ...form, page: staffPaths.recordTypes, closedPart }, work)
}
