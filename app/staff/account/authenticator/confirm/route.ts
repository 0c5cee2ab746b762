import { confirmAuthenticator, ownFactors } from '@/lib/auth/own-factors'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Puts a new authenticator in place of the old one, when a code shows that it works. Somebody without recovery codes is led on to them. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownAuthenticator
  const form = { page, form: 'authenticator', fields: [], stepUp: 'change-factors' } as const
  return deskPost(request, form, async (session, field) => {
    await confirmAuthenticator(session, field('code'))
    const { recoveryCodes } = await ownFactors(session)
    return recoveryCodes > 0
      ? withQuery(staffPaths.ownSignIn, { done: 'authenticator-set' })
      : withQuery(staffPaths.ownRecoveryCodes, { done: 'authenticator-first' })
  })
}
