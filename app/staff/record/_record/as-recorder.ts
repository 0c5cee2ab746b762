import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { currentActor } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'

/** Runs a Route Handler's work for somebody who may record; sends everybody else away. */
export async function asRecorder(work: (actor: Actor) => Promise<Response>): Promise<Response> {
  return guarded('en', async () => {
    const actor = await currentActor()
    if (actor === null) return seeOther(`${staffPaths.signIn}?done=ended`)
    if (!mayEnter(actor.role, 'record')) return seeOther(staffPaths.queue)
    return work(actor)
  })
}
