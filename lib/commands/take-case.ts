import 'server-only'
import { assign } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { mayHold } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** The actor takes a case nobody holds. */
export async function takeCase(actor: Actor, seen: CaseSeen): Promise<void> {
  await changeCase(actor, 'take', seen, (found) => {
    if (!mayHold(actor, found)) throw new DomainError('forbidden')
    const { status, assigneeId } = assign(stateOf(found), actor.id)
    return { patch: { status, assigneeId }, type: 'taken', detail: { to: actor.id } }
  })
}
