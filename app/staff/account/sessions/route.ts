import { endOwnSessions } from '@/lib/commands/end-others-sessions'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../_http/desk-post'
import { withQuery } from '../../_http/kept-form'

/** Ends one of one's own sessions, or all but this one. Needs no fresh proof: it can only take away. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownSignIn
  const form = { page, form: 'sessions', fields: [] }
  return deskPost(request, form, async ({ actor, handle }, _field, posted) => {
    const count = await endOwnSessions(actor, { current: handle, handle: posted.get('session') })
    return withQuery(page, { done: 'sessions', count: String(count) })
  })
}
