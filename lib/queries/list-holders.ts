import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayHoldCases } from '@/lib/domain/policy'
import type { Actor, CaseFacts } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'

/** Everybody a case may be given to, by name, for somebody who may give one. */
export async function listHolders(
  actor: Actor,
  found: Pick<CaseFacts, 'restricted' | 'namedIds' | 'conflictedIds'>,
): Promise<{ id: string; name: string; role: string }[]> {
  const role = { in: roles.filter((known) => mayHoldCases(known)) }
  const id = { notIn: [...found.conflictedIds], ...(found.restricted ? { in: [...found.namedIds] } : {}) }
  return asActor(actor, (tx) =>
    tx.account.findMany({
      where: { active: true, role, id },
      select: { id: true, name: true, role: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  )
}
