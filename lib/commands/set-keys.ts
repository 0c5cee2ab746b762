import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** Says whether single keys act for somebody at the desk. */
export async function setKeys(actor: Actor, keys: boolean): Promise<void> {
  await asActor(actor, (tx) => tx.account.updateMany({ where: { id: actor.id }, data: { keys } }))
}
