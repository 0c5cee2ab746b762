import { cookies } from 'next/headers'
import { guarded } from '@/app/_form/guarded'
import { problemPage } from '@/app/_form/problem-page'
import { seeOther } from '@/app/_form/see-other'
import { beginForceSignIn } from '@/lib/auth/force-sign-in/begin'
import { flowCookie, forcePurposes } from '@/lib/auth/force-sign-in/flow'
import type { ForcePurpose } from '@/lib/auth/force-sign-in/flow'
import { pageOf, problemPath } from '@/lib/auth/force-sign-in/paths'
import { currentSession, signInPath } from '@/lib/auth/require-actor'
import type { Session } from '@/lib/auth/session'
import { confirmPath, isSteppedUp } from '@/lib/auth/step-up'
import { env } from '@/lib/config/env'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { isSameOrigin } from '@/lib/edge/same-origin'

/**
 * Leads to the force's own sign-in. A GET, because the page's policy stops a form that leads to another site; what comes
 * back counts only in the browser that set out from here, so another site that leads somebody here gains nothing. All the
 * same it does not: they are shown the page they would have set out from.
 */
export function GET(request: Request): Promise<Response> {
  return guarded('desk', () => setOut(request))
}

async function setOut(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const asked = searchParams.get('for') ?? 'sign-in'
  const purpose = forcePurposes.find((known) => known === asked)
  if (env().forceSignIn === null || purpose === undefined) return problemPage('not-found', 'desk')
  const back = ownPath(searchParams.get('back'))
  if (!isSameOrigin(request.headers)) return seeOther(pageOf(purpose, back))
  const session = isOwn(purpose) ? await currentSession() : null
  const first = doorBefore(purpose, session, back)
  return first === null ? lead(purpose, session, back) : seeOther(first)
}

/** Whether it concerns whoever is signed in. */
const isOwn = (purpose: ForcePurpose) => purpose === 'confirm' || purpose === 'link'

/** Where somebody has to go first: to sign in, or to prove again who they are. */
function doorBefore(purpose: ForcePurpose, session: Session | null, back: string | null): string | null {
  if (isOwn(purpose) && session === null) return signInPath(back, true)
  return purpose === 'link' && !isSteppedUp(session) ? confirmPath(staffPaths.ownSignIn) : null
}

async function lead(purpose: ForcePurpose, session: Session | null, back: string | null): Promise<Response> {
  const accountId = session?.actor.id ?? null
  const begun = await beginForceSignIn({ purpose, back, accountId, session: session?.handle ?? null })
  if (!begun.ok) return seeOther(problemPath(purpose, begun.problem, back))
  const { name, options } = flowCookie()
  const jar = await cookies()
  jar.set(name, begun.flow, options)
  const headers = new Headers({ location: begun.location })
  for (const line of begun.cookies) headers.append('set-cookie', line)
  return new Response(null, { status: 303, headers })
}
