import 'server-only'
import { contactResults } from '@/lib/domain/clocks/clock-rules'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/**
 * Records that somebody tried to reach the reporter and what came of it; nothing of what was said. Who has been spoken to is not waited for
 * any more. `invalid` for no result.
 */
export async function recordContact(
  actor: Actor,
  seen: CaseSeen & { readonly result: string },
): Promise<void> {
  const result = contactResults.find((known) => known === seen.result)
  if (result === undefined) throw new DomainError('invalid')
  await changeCase(actor, 'record-contact', seen, (found) => ({
    ...(result === 'spoke' && found.status === 'awaiting-contact'
      ? { patch: { status: 'in-progress' } }
      : {}),
    type: 'contact-recorded',
    detail: { result },
  }))
}
