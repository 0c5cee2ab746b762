import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayHold } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'

/** Everybody a case may be given to, by name, for somebody who may give one. */
export async function listHolders(
  actor: Actor,
  restricted: boolean,
): Promise<{ id: string; name: string; role: string }[]> {
  const role = { in: roles.filter((known) => mayHold(known, restricted)) }
  return asActor(actor, (tx) =>
    tx.account.findMany({
      where: { active: true, role },
      select: { id: true, name: true, role: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  )
}
