import type { Reach } from './clocks/promise-words'
import type { CaseStatus } from './words'

/** What the reporter's own page tells where their case stands by. */
interface StandingFacts {
  readonly status: CaseStatus
  /** Somebody had it before, whether or not somebody has it now. */
  readonly heldBefore: boolean
  /** How they hear from us. */
  readonly reach: Reach
  /** A message from us was left for them. */
  readonly wasWrittenTo: boolean
}

/**
 * Where a case stands, as its reporter is told; words are `public.followUp.status.<standing>`. What somebody had is not said to be nobody's yet;
 * and whoever reads messages with their code alone was not tried to be reached before there is one.
 */
export function standing({
  status,
  heldBefore,
  reach,
  wasWrittenTo,
}: StandingFacts): CaseStatus | 'passed-on' {
  if (status === 'new' && heldBefore) return 'passed-on'
  return status === 'awaiting-contact' && reach === 'code' && !wasWrittenTo ? 'in-progress' : status
}

/** Who contacts us, or cannot be contacted, is told of a next look, and not that they hear from us. */
export function hearsAgain({ reach }: Pick<StandingFacts, 'reach'>): boolean {
  return reach === 'out' || reach === 'code'
}
