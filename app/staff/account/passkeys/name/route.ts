import { namePasskey } from '@/lib/auth/own-factors'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'
import { passkeyName } from '../../../_http/passkey-name'

/** Gives one of one's passkeys another name. Needs no fresh proof: what it opens stays the same. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownSignIn
  return deskPost(request, { page, form: 'passkey-name', fields: [] }, async (session, field) => {
    await namePasskey(session, field('passkey'), passkeyName(field('name')))
    return withQuery(page, { done: 'passkey-named' })
  })
}
