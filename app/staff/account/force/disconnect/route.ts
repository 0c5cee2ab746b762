import { disconnect } from '@/lib/auth/force-sign-in/identities'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Takes the force's own sign-in away from whoever is signed in, unless it is the last way in. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownSignIn
  const form = {
    page,
    form: 'force-disconnect',
    fields: [],
    stepUp: 'change-factors',
  } as const
  return deskPost(request, form, async (session) => {
    await disconnect(session)
    return withQuery(page, { done: 'force-unlinked' })
  })
}
