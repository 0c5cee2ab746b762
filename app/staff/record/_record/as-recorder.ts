import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { currentActor, sessionToken, signInPath } from '@/lib/auth/require-actor'
import { ownerOfEnded } from '@/lib/auth/session'
import { noteNoEntry } from '@/lib/commands/note-no-entry'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** Where to come back to after signing in, and whether what was posted waits there. */
interface Waiting {
  readonly page: string
  readonly isKept: boolean
}

/** Keeps what was posted for whoever's session it was. */
type WhenEnded = (owner: Pick<Actor, 'id'>) => Promise<Waiting>

const nothing: Waiting = { page: staffPaths.record, isKept: false }

/**
 * Runs a Route Handler's work for somebody who may record; sends everybody else away, and the audit says whom. `whenEnded` runs first when the session
 * is over: answers in progress are a draft of their recorder's own, so keeping a step there gives it to nobody else.
 */
export async function asRecorder(
  work: (actor: Actor) => Promise<Response>,
  whenEnded: WhenEnded = () => Promise.resolve(nothing),
): Promise<Response> {
  return guarded('desk', async () => {
    const actor = await currentActor()
    if (actor === null) return seeOther(await signInAfter(whenEnded))
    if (!mayEnter(actor.role, 'record')) {
      await noteNoEntry(actor, 'record')
      return seeOther(staffPaths.queue)
    }
    return work(actor)
  })
}

async function signInAfter(whenEnded: WhenEnded): Promise<string> {
  const token = await sessionToken()
  const id = token === undefined ? null : await ownerOfEnded(token)
  const { page, isKept } = id === null ? nothing : await whenEnded({ id })
  return signInPath(page, isKept ? 'kept' : token !== undefined)
}
