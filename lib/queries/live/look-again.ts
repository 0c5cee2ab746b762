import 'server-only'
import { findSession } from '@/lib/auth/session'
import { gone } from '@/lib/domain/live/told'
import { orLog } from './or-log'
import { ownLive } from './own-live'
import { closePages } from './rooms'
import type { Viewer } from './rooms'

/** How often it is asked again who somebody is and what they see, in milliseconds. */
export const again = 60_000
/** How long a session is listened for of which it could not be found out whether it lives: two looks, and some time for them. */
const longestUnsure = 2.5 * again

/**
 * Looks again at who everybody is, one session after the other, so that pages that are loaded meanwhile do not wait for it. A look that fails
 * ends nothing at once: `closeUnsure` does.
 */
export async function lookAgain(viewers: () => readonly Viewer[], look = authorise): Promise<void> {
  for (const viewer of viewers()) if (viewer.pages.size > 0) await orLog(look(viewer))
}

/** Ends the pages of sessions that could not be looked up for too long. They ask anew themselves, and are looked up then. */
export function closeUnsure(viewers: readonly Viewer[], at: number): void {
  for (const viewer of viewers) if (at - viewer.sureAt > longestUnsure) closePages(viewer)
}

/** Looks up what is in somebody's queue. Their pages share it. */
export async function lookAtQueue(viewer: Viewer): Promise<void> {
  viewer.known = (await ownLive(viewer.actor, [])).known
}

/** Who somebody is now, and what they see: nothing once their session is over. Asking is no use of it. */
async function authorise(viewer: Viewer): Promise<void> {
  const { token } = viewer
  const session = await findSession(token, false)
  if (session === null) {
    // A page came meanwhile with what the session was given since.
    if (viewer.token !== token) return
    for (const { tell } of viewer.pages) tell({ event: 'ended' })
    closePages(viewer)
    return
  }
  viewer.actor = session.actor
  const references = [...viewer.pages].flatMap(({ reference }) => (reference === null ? [] : [reference]))
  const { known, seen } = await ownLive(session.actor, references)
  viewer.known = known
  for (const page of viewer.pages) {
    const open = page.reference === null ? undefined : seen.get(page.reference)
    // One that came meanwhile was looked at as it came.
    if (page.reference === null || !references.includes(page.reference)) continue
    if (page.caseId !== null && open === undefined) page.tell({ event: 'case', mark: gone })
    page.caseId = open?.caseId ?? null
  }
  viewer.sureAt = performance.now()
}
