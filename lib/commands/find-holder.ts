import 'server-only'
import type { Account, Case, Officer, Prisma } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import { isLeftOut } from '@/lib/domain/left-out'
import { mayHold } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'

/**
 * The account a case may be given to. `invalid` when there is none, it is not active, or its role may not hold this case.
 */
export async function findHolder(
  tx: Prisma.TransactionClient,
  accountId: string,
  { restricted }: Pick<Case, 'restricted'>,
): Promise<Account & { officer: Officer | null }> {
  if (!uuid.test(accountId)) throw new DomainError('invalid')
  const account = await tx.account.findUnique({ where: { id: accountId }, include: { officer: true } })
  const role = roles.find((known) => known === account?.role)
  if (!account?.active || role === undefined || !mayHold(role, restricted)) throw new DomainError('invalid')
  return account
}

/** Whether the reporter asked to leave this holder out, as far as districts can tell. */
export function isUnwanted(holder: { readonly officer: Officer | null }, found: Case): boolean {
  return isLeftOut(holder.officer?.districts ?? [], found.excludedDistricts)
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u
