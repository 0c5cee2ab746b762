import type { Actor } from './policy'

/** Why somebody opened a case: kept with every opening. */
export type OpeningReason = 'my-case' | 'own-district' | 'triage' | 'supervision'

/** The reason the policy lets `actor` open this case, taken from the facts so that nobody has to choose one. */
export function openingReason(actor: Actor, facts: { readonly assigneeId: string | null }): OpeningReason {
  if (facts.assigneeId === actor.id) return 'my-case'
  if (actor.role === 'supervisor') return 'supervision'
  return actor.role === 'liaison-officer' ? 'own-district' : 'triage'
}
