import 'server-only'
import { cookies } from 'next/headers'
import { noteFailure } from '@/app/_form/guarded'
import { challengeCookie } from '@/lib/auth/challenge'
import type { Begun } from '@/lib/auth/passkey/registration'
import { postedJson } from './posted-json'

/** Runs a step of a passkey ceremony: JSON in, JSON out. Anything our own page would not send is refused. */
export async function ceremonyStep(
  request: Request,
  step: (sent: object) => Promise<Response>,
): Promise<Response> {
  try {
    const sent = await postedJson(request)
    return typeof sent === 'object' && sent !== null ? await step(sent) : refused()
  } catch (error) {
    noteFailure('ceremony-failed', error)
    return Response.json({ problem: 'failed' }, { status: 500 })
  }
}

/** What the browser needs to ask the authenticator; the challenge is tied to it by a cookie. */
export async function begun({ options, cookie }: Begun<unknown>): Promise<Response> {
  const { name, options: attributes } = challengeCookie()
  ;(await cookies()).set(name, cookie, attributes)
  return Response.json({ options })
}

/** The challenge this browser was given. The cookie goes: it is answered once. */
export async function heldChallenge(): Promise<string | undefined> {
  const { name, options } = challengeCookie()
  const jar = await cookies()
  const value = jar.get(name)?.value
  if (value !== undefined) jar.set(name, '', { ...options, maxAge: 0 })
  return value
}

/** Done: the page to go to. */
export function goTo(path: string): Response {
  return Response.json({ go: path })
}

/** Not done, and no word about why. */
export function refused(): Response {
  return Response.json({ problem: 'refused' }, { status: 400 })
}
