import 'server-only'
import { now } from '@/lib/adapters/clock'
import type { Actor } from '@/lib/domain/policy'
import { onOfficer } from './on-officer'
import type { OfficerSeen } from './on-officer'

/**
 * An officer, or a supervisor for them, says that they must hand over: they are given nothing, and what they hold is routed anew. Taken back,
 * they are given cases again, and not those. DomainErrors as `onOfficer`.
 */
export function sayHandingOver(actor: Actor, seen: OfficerSeen, must: boolean): Promise<void> {
  return onOfficer(actor, 'own-too', seen, ({ handingOverAt }) => {
    if (must === (handingOverAt !== null)) return null
    return {
      // Whoever hands over takes no other.
      data: must ? { handingOverAt: now(), oneMoreAt: null } : { handingOverAt: null },
      audited: 'handing-over-said',
      detail: { said: must ? 'yes' : 'no' },
    }
  })
}
