import { guarded } from '@/app/_form/guarded'
import { problemPage } from '@/app/_form/problem-page'
import { seeOther } from '@/app/_form/see-other'
import { leaveProviderAt } from '@/lib/auth/force-sign-in/leave'
import { problemPath } from '@/lib/auth/force-sign-in/paths'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { isSameOrigin } from '@/lib/edge/same-origin'

/** Leads whoever has signed out here to the page of the force's own sign-in where they can sign out too. */
export function GET(request: Request): Promise<Response> {
  return guarded('desk', async () => {
    if (env().forceSignIn === null) return problemPage('not-found', 'desk')
    if (!isSameOrigin(request.headers)) return seeOther(staffPaths.signIn)
    const location = await leaveProviderAt()
    if (location === null) return seeOther(problemPath('sign-in', 'force-stays', null))
    return new Response(null, { status: 303, headers: { location } })
  })
}
