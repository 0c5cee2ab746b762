import { changePassword } from '@/lib/auth/change-password'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Changes the password of whoever is signed in. What was typed is kept nowhere. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownPassword
  const form = { page, form: 'password', fields: [], may: () => true, stepUp: 'change-factors' } as const
  return deskPost(request, form, async (session, field) => {
    const given = { current: field('current'), password: field('password'), again: field('again') }
    const problem = await changePassword(session, given)
    if (problem !== null) return withQuery(page, { problem })
    return withQuery(staffPaths.ownSignIn, { done: 'password-changed' })
  })
}
