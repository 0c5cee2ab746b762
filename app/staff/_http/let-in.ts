import 'server-only'
import { cookies } from 'next/headers'
import { knownBrowserCookie, withMark } from '@/lib/auth/known-browser'
import { sessionCookie } from '@/lib/auth/session-cookie'
import type { Browser } from '@/lib/auth/sign-in'

/** What this request's browser says of sign-ins before. */
export async function thisBrowser(): Promise<Browser> {
  const jar = await cookies()
  const valueOf = (name: string) => jar.get(name)?.value
  return { known: valueOf(knownBrowserCookie().name), session: valueOf(sessionCookie().name) }
}

/** Gives the browser its session, and the mark by which it is known next time. For Route Handlers. */
export async function letIn({
  token,
  email,
}: {
  readonly token: string
  readonly email: string
}): Promise<void> {
  const jar = await cookies()
  const session = sessionCookie()
  jar.set(session.name, token, session.options)
  const known = knownBrowserCookie()
  jar.set(known.name, withMark(email, jar.get(known.name)?.value), known.options)
}
