import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { deskDb } from '@/lib/db/client'
import { isFresh } from '@/lib/domain/step-up'
import { currentSession } from './require-actor'
import { renewSession } from './session'
import type { Session } from './session'
import { sessionCookie } from './session-cookie'

/** Whether the person behind a session proved who they are in the last ten minutes. */
export function isSteppedUp(session: Pick<Session, 'strongAt'> | null, at: Date = now()): boolean {
  return session !== null && isFresh(session.strongAt, at)
}

/** Where somebody proves again who they are, and where they come back to afterwards. */
export function confirmPath(back: string): string {
  const query = new URLSearchParams({ back: ownPath(back) ?? staffPaths.queue })
  return `${staffPaths.confirm}?${query.toString()}`
}

/**
 * For pages: sends whoever has not proved in the last ten minutes who they are to do so, and back to `back`, one of our own
 * paths, afterwards. For Route Handlers use `isSteppedUp` with `seeOther(confirmPath(back))`: a redirect thrown there would
 * have the browser post again.
 */
export async function requireStepUp(back: string): Promise<void> {
  if (!isSteppedUp(await currentSession())) redirect(confirmPath(back))
}

/**
 * Notes that whoever is signed in has just proved who they are, and gives their session a new id and the browser its cookie.
 * For Route Handlers. False when there is no session any more.
 */
export async function stepUp(): Promise<boolean> {
  const session = await currentSession()
  const { name, options } = sessionCookie()
  const jar = await cookies()
  const old = jar.get(name)?.value
  const token = session === null || old === undefined ? null : await renewSession(old)
  if (session === null || token === null) return false
  const { id, role } = session.actor
  await appendAudit(deskDb(), { actorId: id, role, action: 'confirmed', detail: { session: session.handle } })
  jar.set(name, token, options)
  return true
}
