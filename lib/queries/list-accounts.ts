import 'server-only'
import { deskDb } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { AccountFilters } from '@/lib/domain/account-filters'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { accountFacts, shownAccount } from './account-facts'
import type { ShownAccount } from './account-facts'

/** How many accounts a page lists. */
export const accountsPageSize = 50

/** The accounts an administrator looks for, by name, and how many there are in all. `forbidden` for everybody else. */
export async function listAccounts(
  actor: Actor,
  filters: AccountFilters,
): Promise<{ readonly rows: readonly ShownAccount[]; readonly total: number }> {
  if (!mayEnter(actor.role, 'accounts')) throw new DomainError('forbidden')
  const where = conditions(filters)
  const [rows, total] = await Promise.all([
    deskDb().account.findMany({
      where,
      include: accountFacts,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (filters.page - 1) * accountsPageSize,
      take: accountsPageSize,
    }),
    deskDb().account.count({ where }),
  ])
  return { rows: rows.map(shownAccount), total }
}

function conditions({ find, role, state }: AccountFilters): Prisma.AccountWhereInput {
  // Prisma does not escape these in a pattern.
  const contains = { contains: find.replaceAll(/[\\%_]/gu, String.raw`\$&`), mode: 'insensitive' } as const
  return {
    ...(find === '' ? {} : { OR: [{ name: contains }, { email: contains }] }),
    ...(role === null ? {} : { role }),
    ...(state === null ? {} : { active: state === 'active' }),
  }
}
