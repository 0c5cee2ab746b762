import type { ClosureApproval } from './force'
import type { Actor, CaseFacts } from './policy'
import type { Risk } from './words'

/** Whether the force wants somebody's approval for closing a case of this risk with this ending. */
export function needsApproval(
  { risk, disposition }: { readonly risk: Risk; readonly disposition: string },
  rule: ClosureApproval,
): boolean {
  return rule.risks.includes(risk) || rule.dispositions.includes(disposition)
}

/** Whether closing it is somebody's own approval already: they supervise, and do not work on it themselves. */
export function mayCloseAlone({ id, role }: Actor, { assigneeId }: Pick<CaseFacts, 'assigneeId'>): boolean {
  return role === 'supervisor' && assigneeId !== id
}

/** Whether somebody decides about a request to close: a supervisor, and not the one who asked. */
export function mayDecideClosing({ id, role }: Actor, askedById: string): boolean {
  return role === 'supervisor' && askedById !== id
}
