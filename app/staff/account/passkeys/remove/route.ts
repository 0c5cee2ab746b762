import { removePasskey } from '@/lib/auth/own-factors'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Removes one of one's passkeys, unless it is the last way in. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownSignIn
  const form = {
    page,
    form: 'passkey-remove',
    fields: [],
    stepUp: 'change-factors',
  } as const
  return deskPost(request, form, async (session, field) => {
    await removePasskey(session, field('passkey'))
    return withQuery(page, { done: 'passkey-removed' })
  })
}
