import 'server-only'
import { now } from '@/lib/adapters/clock'
import { DomainError } from '@/lib/domain/errors'
import type { OffenceGroup } from '@/lib/domain/offence'
import type { Actor } from '@/lib/domain/policy'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

interface RecordedCrime extends CaseSeen {
  /** Null: not chosen. */
  readonly offence: OffenceGroup | null
  /** Whether any of it happened online; null: not answered. */
  readonly isOnline: boolean | null
}

/**
 * Says that a crime was recorded of a case, in which group, and whether any of it was online; said again it is corrected, and stays in the month
 * in which it was said first. DomainErrors as `changeCase`, `crime-unanswered` where either is missing, and `bad-transition` where it is so already.
 */
export async function recordCrime(
  actor: Actor,
  { offence, isOnline, ...seen }: RecordedCrime,
): Promise<void> {
  if (offence === null || isOnline === null) throw new DomainError('crime-unanswered')
  await changeCase(actor, 'add-note', seen, ({ crimeRecordedAt, offenceGroup, onlineFlag }) => {
    if (offenceGroup === offence && onlineFlag === isOnline) throw new DomainError('bad-transition')
    return {
      patch: { crimeRecordedAt: crimeRecordedAt ?? now(), offenceGroup: offence, onlineFlag: isOnline },
      type: 'crime-recorded',
      detail: { offence, online: isOnline },
    }
  })
}

/** Says that no crime is recorded of it after all. DomainErrors as `changeCase`, and `bad-transition` where none was. */
export async function liftCrime(actor: Actor, seen: CaseSeen): Promise<void> {
  await changeCase(actor, 'add-note', seen, ({ crimeRecordedAt }) => {
    if (crimeRecordedAt === null) throw new DomainError('bad-transition')
    return {
      patch: { crimeRecordedAt: null, offenceGroup: null, onlineFlag: null },
      type: 'crime-lifted',
    }
  })
}
