import 'server-only'
import { setStatus } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { caseStatuses } from '@/lib/domain/words'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

interface Moved extends CaseSeen {
  readonly status: string
  /** Why; a closed case is not opened again without. */
  readonly reason?: string
}

/**
 * Moves a case on, or opens a closed one again, for a reason that is sealed. `bad-transition` for a move the table does not know; `invalid` for no
 * status there is, and where a closed case is opened again without a reason.
 */
export async function setCaseStatus(actor: Actor, { reason = '', ...seen }: Moved): Promise<void> {
  const to = caseStatuses.find((known) => known === seen.status)
  if (to === undefined) throw new DomainError('invalid')
  await changeCase(actor, 'set-status', seen, async (found) => {
    const { status } = setStatus(stateOf(found), to)
    const box = found.status === 'closed' ? await sealBox('note', { text: requireWords(reason) }) : null
    return {
      patch: { status, closedAt: null, disposition: null },
      type: 'status-set',
      detail: { from: found.status, to: status },
      ...(box === null ? {} : { box }),
    }
  })
}
