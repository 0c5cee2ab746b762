import 'server-only'
import { contactResultsFor } from '@/lib/domain/clocks/clock-rules'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { reachOfCase } from '@/lib/queries/list-clocks'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/**
 * Records that somebody tried to reach the reporter and what came of it; nothing of what was said. Who has been spoken to is not waited for
 * any more, and the history says both. `invalid` for no result, and for one that there cannot be with somebody who hears from us as they do.
 */
export async function recordContact(
  actor: Actor,
  seen: CaseSeen & { readonly result: string },
): Promise<void> {
  await changeCase(actor, 'record-contact', seen, async (found, tx) => {
    const possible = contactResultsFor(await reachOfCase(tx, found.id))
    const result = possible.find((known) => known === seen.result)
    if (result === undefined) throw new DomainError('invalid')
    const { status: from } = found
    const isReached = result === 'spoke' && from === 'awaiting-contact'
    if (!isReached) return { type: 'contact-recorded', detail: { result } }
    const to = 'in-progress'
    return { patch: { status: to }, type: 'contact-recorded', detail: { result, from, to } }
  })
}
