import { cookies } from 'next/headers'
import { guarded } from '@/app/_form/guarded'
import { problemPage } from '@/app/_form/problem-page'
import { seeOther } from '@/app/_form/see-other'
import { checkCookieNames, providerId } from '@/lib/auth/force-sign-in/authorise'
import { finishForceSignIn } from '@/lib/auth/force-sign-in/finish'
import type { Finished } from '@/lib/auth/force-sign-in/finish'
import { flowCookie } from '@/lib/auth/force-sign-in/flow'
import { problemPath } from '@/lib/auth/force-sign-in/paths'
import { invitationCookie } from '@/lib/auth/invitations'
import { currentSession, sessionToken, signInPath } from '@/lib/auth/require-actor'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { confirmPath, stepUp } from '@/lib/auth/step-up'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'

interface Context {
  readonly params: Promise<{ readonly nextauth: readonly string[] }>
}

/**
 * Where the force's own sign-in sends browsers back to: the one address below here that exists. next-auth's own pages,
 * its list of providers and its session as JSON are nowhere.
 */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const { nextauth } = await params
    const isCallback = nextauth.length === 2 && nextauth[0] === 'callback' && nextauth[1] === providerId
    if (!isCallback || env().forceSignIn === null) return problemPage('not-found', 'desk')
    return seeOther(await takeAnswer(new URL(request.url).searchParams))
  })
}

/** Gives the address to go on to. */
async function takeAnswer(query: URLSearchParams): Promise<string> {
  const jar = await cookies()
  const flow = flowCookie()
  const names = checkCookieNames()
  const kept = names.map((name) => [name, jar.get(name)?.value ?? ''] as const)
  const finished = await finishForceSignIn({
    query,
    cookies: Object.fromEntries(kept.filter(([, value]) => value !== '')),
    flow: jar.get(flow.name)?.value,
    session: await currentSession(),
    sessionToken: await sessionToken(),
    invitation: jar.get(invitationCookie().name)?.value,
  })
  const stays = finished.done === 'nothing' && finished.open
  if (!stays) for (const name of [...names, flow.name]) jar.set(name, '', { ...flow.options, maxAge: 0 })
  return goOn(finished)
}

async function goOn(finished: Finished): Promise<string> {
  switch (finished.done) {
    case 'signed-in':
      await giveSession(finished.token)
      return finished.back ?? staffPaths.queue
    case 'accepted': {
      const { name, options } = invitationCookie()
      const jar = await cookies()
      jar.set(name, '', { ...options, maxAge: 0 })
      await giveSession(finished.token)
      return staffPaths.queue
    }
    case 'confirmed':
      return (await stepUp()) ? (finished.back ?? staffPaths.queue) : signInPath(finished.back, true)
    case 'linked':
      return `${staffPaths.ownSignIn}?done=force-linked`
    case 'unproved':
      return confirmPath(staffPaths.ownSignIn)
    case 'nothing':
      return problemPath(finished.purpose, finished.problem, finished.back)
  }
}

async function giveSession(token: string): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, options)
}
