import { cookies } from 'next/headers'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { holdInvitation, invitationCookie } from '@/lib/auth/invitations'
import { staffPaths } from '@/lib/config/paths'

interface Context {
  readonly params: Promise<{ readonly token: string }>
}

/**
 * The link of an invitation. Its secret goes into a cookie and out of the address, so that no page, no log of a page and no
 * history holds it. Looking does nothing else: a program that follows links before the person does uses nothing up.
 */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const { token } = await params
    const { name, options } = invitationCookie()
    if (/^[\w-]{43}$/u.test(token)) (await cookies()).set(name, holdInvitation(token), options)
    return seeOther(staffPaths.invitation)
  })
}
