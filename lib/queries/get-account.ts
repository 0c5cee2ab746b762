import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { accountFacts, shownAccount } from './account-facts'
import type { ShownAccount } from './account-facts'

/** One account with how many open cases it holds: a number, for an administrator, who sees no case. */
export interface AccountDetail extends ShownAccount {
  readonly openCases: number
}

/** One account. `forbidden` for everybody but administrators, `not-found` when there is none. */
export async function getAccount(actor: Actor, id: string): Promise<AccountDetail> {
  if (!mayEnter(actor.role, 'accounts')) throw new DomainError('forbidden')
  if (!isUuid(id)) throw new DomainError('not-found')
  return asActor(actor, async (tx) => {
    const found = await tx.account.findUnique({ where: { id }, include: accountFacts })
    if (found === null) throw new DomainError('not-found')
    const [row] = await tx.$queryRaw<[{ open: number }]>`SELECT open_cases_of(${id}::uuid) AS open`
    return { ...shownAccount(found), openCases: row.open }
  })
}
