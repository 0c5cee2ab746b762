import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { mayGive } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import { noteRefusal } from './note-refusal'

/**
 * Keeps why `actor` opens a case, for the session that `handle` names: every look of that session carries it for eight hours. Which reason
 * somebody may choose is for the page to offer. DomainErrors: `not-found`, `forbidden`, both audited, and `invalid` for a reason that cannot
 * be true of them and the case.
 */
export async function giveReason(
  actor: Actor,
  handle: string,
  reference: string,
  reason: OpeningReason,
): Promise<void> {
  try {
    await asActor(actor, async (tx) => {
      const found = await findVisibleCase(tx, actor, reference)
      if (!can(actor, 'open', factsOf(found), policyContext())) throw new DomainError('forbidden')
      if (!mayGive(actor, factsOf(found), reason)) throw new DomainError('invalid')
      const [row] = await tx.$queryRaw<{ kept: boolean }[]>`
        SELECT give_reason(${handle}::uuid, ${found.id}::uuid, ${reason}, ${now()}::timestamptz) AS kept`
      if (row?.kept !== true) throw new DomainError('forbidden')
    })
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'invalid')
      await noteRefusal(actor, reference, { attempted: 'open', code: error.code })
    throw error
  }
}

/** The same for a reason that is the product's to give. Whoever holds the case, or broke its glass, opens it for what the facts say. */
export async function giveReasonOfProduct(
  actor: Actor,
  handle: string,
  reference: string,
  reason: 'weekly-sample' | 'taking-out',
): Promise<void> {
  try {
    await giveReason(actor, handle, reference, reason)
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'invalid')) throw error
  }
}
