import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { policyContext } from './policy-context'

/** A case in the actor's own transaction. `not-found` both when there is none and when they may not know there is. */
export async function findVisibleCase(tx: Transaction, actor: Actor, reference: string): Promise<Case> {
  const found = await tx.case.findUnique({ where: { reference, force: currentForce().id } })
  if (found === null || !can(actor, 'see-headline', factsOf(found), policyContext()))
    throw new DomainError('not-found')
  return found
}
