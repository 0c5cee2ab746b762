import 'server-only'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { noteNoEntry } from '@/lib/commands/note-no-entry'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { DeskArea } from '@/lib/domain/desk-areas'
import { byItself } from '@/lib/domain/live/by-itself'
import type { Actor } from '@/lib/domain/policy'
import { findSession } from './session'
import type { Session } from './session'
import { sessionCookie } from './session-cookie'

/** The session of this request, or null. Asked many times while one page is made, it is looked up once. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const token = await sessionToken()
  return token === undefined ? null : findSession(token, !(await isByItself()))
})

/** Whether a page draws itself anew, which is no use of the session: nobody may be at it. */
async function isByItself(): Promise<boolean> {
  return (await cookies()).get(byItself.name)?.value === byItself.value
}

/** As `currentSession`, for what a page asks by itself: it does not count as use. */
export async function currentSessionUnused(): Promise<Session | null> {
  const token = await sessionToken()
  return token === undefined ? null : findSession(token, false)
}

/** Whoever is signed in on this request, or null. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null
}

/** The session of whoever is signed in; sends everybody else to the sign-in page, which says so when a session is over. */
export async function requireSession(): Promise<Session> {
  const session = await currentSession()
  if (session !== null) return session
  const ended = (await sessionToken()) !== undefined
  redirect(signInPath(await pagePath(), ended))
}

/** Whoever is signed in; everybody else as `requireSession`. */
export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor
}

/** The sign-in page, which says so when a session is over and what was written then is kept, and where to go on from there. */
export function signInPath(back: string | null, ended: boolean | 'kept'): string {
  const path = ownPath(back)
  const query = new URLSearchParams({
    ...(ended === false ? {} : { done: ended === 'kept' ? 'kept' : 'ended' }),
    ...(path === null || path === staffPaths.queue ? {} : { back: path }),
  }).toString()
  return query === '' ? staffPaths.signIn : `${staffPaths.signIn}?${query}`
}

/** Whoever is signed in, if this part of the desk is theirs. For everybody else it does not exist, and the try is audited. */
export async function requireEntrance(area: DeskArea): Promise<Actor> {
  const actor = await requireActor()
  if (mayEnter(actor.role, area)) return actor
  await noteNoEntry(actor, area)
  redirect(staffPaths.missing)
}

/** The token in this request's cookie. */
export async function sessionToken(): Promise<string | undefined> {
  const jar = await cookies()
  return jar.get(sessionCookie().name)?.value
}

/** The address of this page, which the proxy notes: a component is not told it. */
async function pagePath(): Promise<string | null> {
  return (await headers()).get('x-alongside-page')
}
