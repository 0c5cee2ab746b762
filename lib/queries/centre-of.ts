import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** The name of the centre that somebody records for; null where they work for none, or it was stopped. */
export async function centreOf(actor: Actor): Promise<string | null> {
  if (actor.role !== 'centre-worker') return null
  const worker = await asActor(actor, (tx) =>
    tx.centreWorker.findFirst({
      where: { accountId: actor.id, centre: { stoppedAt: null } },
      select: { centre: { select: { name: true } } },
    }),
  )
  return worker?.centre.name ?? null
}
