import { cookies } from 'next/headers'
import { renewRecoveryCodes } from '@/lib/auth/own-factors'
import { shownCodesCookie } from '@/lib/auth/recovery-codes'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'

/** Makes ten new recovery codes, which void the old ones, and has them shown. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownRecoveryCodes
  const form = {
    page,
    form: 'recovery-codes',
    fields: [],
    stepUp: 'change-factors',
  } as const
  return deskPost(request, form, async (session) => {
    const { name, options } = shownCodesCookie()
    ;(await cookies()).set(name, await renewRecoveryCodes(session), options)
    return page
  })
}
