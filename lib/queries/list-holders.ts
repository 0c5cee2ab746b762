import 'server-only'
import { db } from '@/lib/db/client'
import { mayHold } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'

/** Everybody a case may be given to, by name. */
export async function listHolders(
  restricted: boolean,
): Promise<{ id: string; name: string; role: string }[]> {
  const role = { in: roles.filter((known) => mayHold(known, restricted)) }
  return db().account.findMany({
    where: { active: true, role },
    select: { id: true, name: true, role: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}
