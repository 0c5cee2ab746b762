import { confirmAuthenticator } from '@/lib/auth/own-factors'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Puts a new authenticator in place of the old one, when a code shows that it works. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownAuthenticator
  const form = { page, form: 'authenticator', fields: [], may: () => true, stepUp: 'change-factors' } as const
  return deskPost(request, form, async (session, field) => {
    await confirmAuthenticator(session, field('code'))
    return withQuery(staffPaths.ownSignIn, { done: 'authenticator-set' })
  })
}
