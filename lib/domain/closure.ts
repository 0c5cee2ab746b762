import type { ClosureApproval } from './force-endings'
import type { Actor, CaseFacts } from './policy'
import { risks } from './words'
import type { Risk } from './words'

/** What somebody did in a case before, which keeps their own closing of it from being a second person's. */
export interface OwnPart {
  /** Whether they ever had the case. */
  readonly hasHeld: boolean
  /** The heavier risk it had until they said otherwise themselves, and nobody else has decided about since; null where there is none. */
  readonly loweredFrom: Risk | null
}

/** One decision about the risk of a case. */
export interface RiskDecision {
  readonly by: string | null
  readonly from: Risk
}

/** From which heavier risk somebody alone lowered a case to what it has now, by all decisions, oldest first; null where they did not. */
export function loweredFrom(decisions: readonly RiskDecision[], actorId: string, risk: Risk): Risk | null {
  const lastOfOthers = decisions.findLastIndex(({ by }) => by !== actorId)
  const from = decisions[lastOfOthers + 1]?.from ?? risk
  return risks.indexOf(from) < risks.indexOf(risk) ? from : null
}

/** Whether the force wants somebody's approval for closing a case of any of these risks with this ending. */
export function needsApproval(
  ofRisks: readonly (Risk | null)[],
  disposition: string,
  rule: ClosureApproval,
): boolean {
  return isRiskToApprove(ofRisks, rule) || rule.dispositions.includes(disposition)
}

/** Whether a case of one of these risks needs approval whatever its ending. */
export function isRiskToApprove(ofRisks: readonly (Risk | null)[], rule: ClosureApproval): boolean {
  return rule.risks.some((risk) => ofRisks.includes(risk))
}

/**
 * Whether closing it is a second person's approval already: they supervise, never had it, and did not lower its risk themselves.
 */
export function mayCloseAlone(
  { id, role }: Actor,
  { assigneeId }: Pick<CaseFacts, 'assigneeId'>,
  part: OwnPart,
): boolean {
  return role === 'supervisor' && assigneeId !== id && !part.hasHeld && part.loweredFrom === null
}

/** Whether somebody decides about a request to close: a supervisor, and not the one who asked. */
export function mayDecideClosing({ id, role }: Actor, askedById: string): boolean {
  return role === 'supervisor' && askedById !== id
}
