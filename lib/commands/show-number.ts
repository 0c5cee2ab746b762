import 'server-only'
import { numberReasons } from '@/lib/domain/contact/attempt'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

/** Why somebody needs a number that is kept back, as it was posted. */
interface Asking extends CaseSeen {
  readonly planVersion: number
  readonly reason: string
  readonly words: string
}

/**
 * Has it recorded, in the history and the audit, that somebody is shown a telephone number which the person's own plan keeps back, and why: committed
 * before it is shown. `reason-missing` without a reason from the list, `invalid` without words, which are sealed; `plan-changed`.
 */
export async function showNumber(actor: Actor, asking: Asking): Promise<void> {
  const reason = numberReasons.find((known) => known === asking.reason)
  if (reason === undefined) throw new DomainError('reason-missing')
  const box = await sealBox('note', { text: requireWords(asking.words) })
  await changeCase(actor, 'record-contact', asking, () => ({
    type: 'number-shown',
    detail: { reason },
    box,
  }))
}
