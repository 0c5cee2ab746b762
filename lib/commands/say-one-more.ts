import 'server-only'
import { now } from '@/lib/adapters/clock'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { onOfficer } from './on-officer'
import type { OfficerSeen } from './on-officer'

/**
 * An officer, or a supervisor for them, says that they can take one more than their limit, or takes it back. Being given a case uses it up.
 * DomainErrors as `onOfficer`, and `invalid` for whoever is to hold none or is handing over.
 */
export function sayOneMore(actor: Actor, seen: OfficerSeen, can: boolean): Promise<void> {
  return onOfficer(actor, 'own-too', seen, ({ oneMoreAt, openLimit, handingOverAt }) => {
    if (can === (oneMoreAt !== null)) return null
    if (can && (openLimit === 0 || handingOverAt !== null)) throw new DomainError('invalid')
    return {
      data: { oneMoreAt: can ? now() : null },
      audited: 'one-more-said',
      detail: { said: can ? 'yes' : 'no' },
    }
  })
}
