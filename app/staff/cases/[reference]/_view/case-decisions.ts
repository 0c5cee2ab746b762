import 'server-only'
import type { Approval } from '@/components/staff/close-form'
import type { Clock } from '@/components/staff/clock'
import { saidDue } from '@/components/staff/task-words'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { riskOf } from '@/lib/domain/case-facts'
import { isRiskToApprove, mayCloseAlone, mayDecideClosing } from '@/lib/domain/closure'
import type { Actor } from '@/lib/domain/policy'
import { taskState } from '@/lib/domain/task'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenClosing } from '@/lib/queries/open-closing'
import { ownPartIn } from '@/lib/queries/own-part'

/** What of closing this case needs another's approval, for whoever looks. */
export async function approvalFor(actor: Actor, headline: CaseHeadline): Promise<Approval> {
  const part = await ownPartIn(actor, headline)
  if (mayCloseAlone(actor, headline, part)) return []
  const rule = currentForce().closureApproval
  return isRiskToApprove([riskOf(headline), part.loweredFrom], rule) ? 'always' : rule.dispositions
}

/** How somebody stands to a request to close. */
export function closingStanding(actor: Actor, { askedById }: OpenClosing): 'own' | 'decides' | 'waits' {
  if (askedById === actor.id) return 'own'
  return mayDecideClosing(actor, askedById) ? 'decides' : 'waits'
}

/** By when the risk of an open case is to be looked at again. */
export function riskAgain(
  { riskReviewOn, status }: Pick<CaseHeadline, 'riskReviewOn' | 'status'>,
  clock: Clock,
): { readonly words: string; readonly isLate: boolean } | null {
  if (riskReviewOn === null || status === 'closed') return null
  const day = riskReviewOn.toISOString().slice(0, 10)
  const isLate = taskState(day, today()) === 'late'
  return { isLate, words: clock.t(`casework.risk.${isLate ? 'late' : 'due'}`, { day: saidDue(day, clock) }) }
}
