import 'server-only'
import { asActor } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { orNoteRefusal } from '@/lib/queries/note-opening'
import { policyContext } from '@/lib/queries/policy-context'
import { appendAudit } from './append-audit'

/**
 * The row of the audit that is there before a case is shown made for paper. Opening it leaves a row of its own. DomainErrors `not-found` and
 * `forbidden`, both audited, and `not-logged`.
 */
export async function notePrinting(actor: Actor, reference: string): Promise<void> {
  await orNoteRefusal(actor, reference, () =>
    asActor(actor, async (tx) => {
      const found = await findVisibleCase(tx, actor, reference)
      if (!can(actor, 'open', factsOf(found), policyContext())) throw new DomainError('forbidden')
      const { id: actorId, role } = actor
      await appendAudit(tx, { actorId, role, action: 'printed', caseId: found.id, reference })
    }),
  )
}
