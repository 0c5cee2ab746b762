import { changePassword } from '@/lib/auth/change-password'
import { ownFactors } from '@/lib/auth/own-factors'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Changes the password of whoever is signed in. What was typed is kept nowhere. A first one leads on to an authenticator. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownPassword
  const form = { page, form: 'password', fields: [], stepUp: 'change-factors' } as const
  return deskPost(request, form, async (session, field) => {
    const { hasAuthenticator } = await ownFactors(session)
    const given = { current: field('current'), password: field('password'), again: field('again') }
    const problem = await changePassword(session, given)
    if (problem !== null) return withQuery(page, { problem })
    return hasAuthenticator
      ? withQuery(staffPaths.ownSignIn, { done: 'password-changed' })
      : withQuery(staffPaths.ownAuthenticator, { done: 'password-set' })
  })
}
