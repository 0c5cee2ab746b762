import { cookies } from 'next/headers'
import { endSession } from '@/lib/auth/session'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { staffPaths } from '@/lib/config/paths'
import { postedForm } from '../_http/posted-form'
import { seeOther } from '@/app/_form/see-other'

/** Ends the session in the database, so that a copy of the cookie is worth nothing, and clears the cookie. */
export async function POST(request: Request): Promise<Response> {
  const form = await postedForm(request)
  if (form === 'foreign') return seeOther(staffPaths.queue)
  const { name, options } = sessionCookie()
  const jar = await cookies()
  const token = jar.get(name)?.value
  if (token !== undefined) await endSession(token)
  jar.set(name, '', { ...options, maxAge: 0 })
  return seeOther(`${staffPaths.signIn}?done=left`)
}
