import 'server-only'
import { setStatus } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { caseStatuses } from '@/lib/domain/words'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** Moves a case on, or opens a closed one again. `bad-transition` for a move the table does not know. */
export async function setCaseStatus(
  actor: Actor,
  seen: CaseSeen & { readonly status: string },
): Promise<void> {
  const to = caseStatuses.find((known) => known === seen.status)
  if (to === undefined) throw new DomainError('invalid')
  await changeCase(actor, 'set-status', seen, (found) => {
    const { status } = setStatus(stateOf(found), to)
    return {
      patch: { status, closedAt: null, disposition: null },
      type: 'status-set',
      detail: { from: found.status, to: status },
    }
  })
}
