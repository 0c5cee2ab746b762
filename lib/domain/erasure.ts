import { DomainError } from './errors'
import type { CaseStatus } from './words'

/** Why a case is erased: codes, kept in the audit and in the request. */
export const erasureReasons = ['retention-over', 'asked-by-person', 'sent-in-error', 'court-order'] as const

/** Why a case may not be erased for now. */
export const holdReasons = ['investigation', 'prosecution', 'complaint', 'claim', 'inquiry'] as const

/** The part of a case that says whether it may be erased. */
export interface ErasureState {
  readonly status: CaseStatus
  readonly legalHold: string | null
  readonly erasedAt: Date | null
}

/**
 * Refuses what must not be erased: a case that is not closed, or erased already (`bad-transition`), and one under a legal hold
 * (`on-hold`). The database asks the same again.
 */
export function expectErasable({ status, legalHold, erasedAt }: ErasureState): void {
  if (erasedAt !== null || status !== 'closed') throw new DomainError('bad-transition')
  if (legalHold !== null) throw new DomainError('on-hold')
}

/** A reason from one of the lists; `invalid` for anything else. */
export function readReasonOf<T extends string>(reasons: readonly T[], text: string): T {
  const reason = reasons.find((known) => known === text)
  if (reason === undefined) throw new DomainError('invalid')
  return reason
}
