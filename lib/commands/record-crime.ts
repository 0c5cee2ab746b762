import 'server-only'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { OffenceAnswer } from '@/lib/domain/offence'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { policyContext } from '@/lib/queries/policy-context'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

interface RecordedCrime extends CaseSeen {
  /** Null: not chosen. */
  readonly offence: OffenceAnswer | null
  /** Whether any of it happened online; null: not answered. */
  readonly isOnline: boolean | null
}

/**
 * Says in which group of offences a crime was recorded of a case, or that none is, and whether any of it was online; said again it is corrected,
 * also once the case is closed. For whoever decides about its risk. DomainErrors as `changeCase`, `crime-unanswered` where either is missing, and
 * `bad-transition` where it is so already, or the case goes on in another.
 */
export async function recordCrime(
  actor: Actor,
  { offence, isOnline, ...seen }: RecordedCrime,
): Promise<void> {
  if (offence === null || isOnline === null) throw new DomainError('crime-unanswered')
  await changeCase(actor, 'add-note', seen, (found) => {
    if (!can(actor, 'decide-risk', factsOf(found), policyContext())) throw new DomainError('forbidden')
    const isSo = found.offenceGroup === offence && found.onlineFlag === isOnline
    if (isSo || found.goesOnInId !== null) throw new DomainError('bad-transition')
    return {
      patch: { offenceGroup: offence, onlineFlag: isOnline },
      type: 'crime-recorded',
      detail: { offence, online: isOnline },
    }
  })
}
