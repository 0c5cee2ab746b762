import 'server-only'
import { now } from '@/lib/adapters/clock'
import { noteRefusal } from '@/lib/commands/note-refusal'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { mayGive } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from './find-visible-case'
import { policyContext } from './policy-context'

/**
 * The policy, and then the row of the audit that every opening leaves: once its transaction is committed, and not before, the key may be
 * touched. DomainErrors: `not-found`, `forbidden`, `erased`, `no-reason`.
 */
export async function noteOpening(
  tx: Transaction,
  actor: Actor,
  reference: string,
  reason: OpeningReason,
): Promise<Case> {
  const found = await findVisibleCase(tx, actor, reference)
  if (!can(actor, 'open', factsOf(found), policyContext())) throw new DomainError('forbidden')
  if (found.erasedAt !== null) throw new DomainError('erased')
  if (!mayGive(actor, factsOf(found), reason)) throw new DomainError('no-reason')
  const [row] = await tx.$queryRaw<{ noted: boolean }[]>`
    SELECT note_opening(${found.id}::uuid, ${now()}::timestamptz, ${JSON.stringify({ reason })}::jsonb) AS noted`
  if (row?.noted !== true) throw new DomainError('forbidden')
  return found
}

/** What is no try at something forbidden. */
const notRefused: ReadonlySet<DomainError['code']> = new Set([
  'step-up',
  'erased',
  'no-reason',
  'not-logged',
  'made-up',
])

/** Opens something of a case, and has it audited where it is refused. */
export async function orNoteRefusal<T>(
  actor: Actor,
  reference: string,
  opening: () => Promise<T>,
): Promise<T> {
  try {
    return await opening()
  } catch (error) {
    if (error instanceof DomainError && !notRefused.has(error.code))
      await noteRefusal(actor, reference, { attempted: 'open' })
    throw error
  }
}
