import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { Case, Officer } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import { isLeftOut } from '@/lib/domain/left-out'
import { mayHold } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { roles } from '@/lib/domain/words'

/** Somebody a case may be given to. */
export interface Holder {
  readonly id: string
  readonly officer: Pick<Officer, 'id' | 'districts'> | null
}

/**
 * The account a case may be given to. `invalid` when there is none, it is not active, or it may not hold this case.
 */
export async function findHolder(
  tx: Transaction,
  accountId: string,
  found: Pick<Case, 'restricted' | 'namedIds' | 'conflictedIds'>,
): Promise<Holder> {
  if (!isUuid(accountId)) throw new DomainError('invalid')
  const select = { id: true, role: true, active: true, officer: { select: { id: true, districts: true } } }
  const account = await tx.account.findUnique({ where: { id: accountId }, select })
  const role = roles.find((known) => known === account?.role)
  if (!account?.active || role === undefined || !mayHold({ id: account.id, role }, found))
    throw new DomainError('invalid')
  return { id: account.id, officer: account.officer }
}

/** Whether the reporter asked to leave this holder out, as far as districts can tell. */
export function isUnwanted(holder: Holder, found: Case): boolean {
  return isLeftOut(holder.officer?.districts ?? [], found.excludedDistricts)
}
