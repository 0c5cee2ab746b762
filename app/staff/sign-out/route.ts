import { cookies } from 'next/headers'
import { currentActor } from '@/lib/auth/require-actor'
import { endSession } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { staffPaths } from '@/lib/config/paths'
import { draftKey, takeDraftKey } from '@/app/_form/draft-cookie'
import { guarded } from '@/app/_form/guarded'
import { leaveDraft } from '@/lib/commands/leave'
import { forgetForms } from '../_http/kept-form'
import { postedForm } from '../_http/posted-form'
import { seeOther } from '@/app/_form/see-other'

/**
 * Ends the session in the database, so that a copy of the cookie is worth nothing, clears the cookie, and deletes what
 * was being recorded here: the next person at this desk is somebody else.
 */
export function POST(request: Request): Promise<Response> {
  return guarded('desk', () => signOut(request))
}

async function signOut(request: Request): Promise<Response> {
  const form = await postedForm(request)
  if (form === 'foreign') return seeOther(staffPaths.queue)
  const { name, options } = sessionCookie()
  const jar = await cookies()
  const token = jar.get(name)?.value
  const actor = await currentActor()
  if (token !== undefined) await endSession(token)
  jar.set(name, '', { ...options, maxAge: 0 })
  await leaveDraft('record', await draftKey('record'))
  await takeDraftKey('record')
  // Of a session that was over already, what was kept waits for its owner, whoever pressed this.
  if (actor !== null) await forgetForms(actor.id)
  const answer = seeOther(`${staffPaths.signIn}?done=left`)
  // Not "cookies": those of the force's other services would go with ours, which are gone already.
  answer.headers.set('clear-site-data', '"cache", "storage"')
  return answer
}
