import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** The id of the officer somebody is, or null for whoever is none. */
export async function ownOfficer(actor: Actor): Promise<string | null> {
  if (actor.role !== 'liaison-officer') return null
  const found = await asActor(actor, (tx) =>
    tx.officer.findUnique({ where: { accountId: actor.id }, select: { id: true } }),
  )
  return found?.id ?? null
}
