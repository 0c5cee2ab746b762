import { cookies } from 'next/headers'
import { shownCodesCookie } from '@/lib/auth/recovery-codes'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../../_http/desk-post'
import { withQuery } from '../../../_http/kept-form'

/** Puts away what shows the new recovery codes: they are not shown again. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.ownSignIn
  return deskPost(request, { page, form: 'codes-kept', fields: [] }, async () => {
    const { name, options } = shownCodesCookie()
    ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
    return withQuery(page, { done: 'codes-kept' })
  })
}
