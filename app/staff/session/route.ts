import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { currentSession, currentSessionUnused, signInPath } from '@/lib/auth/require-actor'
import type { Session } from '@/lib/auth/session'
import { leftOf } from '@/lib/auth/session-life'
import { now } from '@/lib/adapters/clock'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { postedForm } from '../_http/posted-form'

/** How long the session has, in milliseconds, for the page that asks by itself. Asking is no use: it keeps nobody signed in. */
export function GET(): Promise<Response> {
  return guarded('desk', async () => answer(await currentSessionUnused()))
}

/** "Stay signed in": being here is use. A script is told how long there is now, a plain form goes back to its page. */
export function POST(request: Request): Promise<Response> {
  return guarded('desk', async () => {
    const form = await postedForm(request)
    if (typeof form === 'string') return seeOther(staffPaths.queue)
    const session = await currentSession()
    if (request.headers.get('accept') === 'application/json') return answer(session)
    const back = ownPath(form.get('back')) ?? staffPaths.queue
    return seeOther(session === null ? signInPath(back, true) : back)
  })
}

function answer(session: Session | null): Response {
  return session === null ? Response.json({}, { status: 401 }) : Response.json(leftOf(session, now()))
}
