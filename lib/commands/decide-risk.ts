import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { after } from '@/lib/domain/clocks/span'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { readDueDay } from '@/lib/domain/task'
import { risks } from '@/lib/domain/words'
import type { Risk } from '@/lib/domain/words'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { today } from './journey-setting'
import { requireWords } from './require-words'

interface Decided extends CaseSeen {
  readonly risk: string
  readonly reason: string
  /** The day by which it is to be looked at again; left out, or empty: when the force looks through a case of that risk. */
  readonly again?: string
}

/**
 * Records what a person decided about the risk, why, and by when it is to be looked at again. From then on it orders the queue in place of the
 * suggestion. `invalid` without a reason, for a risk there is none of, and for a day that is not from today to a year from now.
 */
export async function decideRisk(actor: Actor, { again = '', ...seen }: Decided): Promise<void> {
  const risk = risks.find((known) => known === seen.risk)
  if (risk === undefined) throw new DomainError('invalid')
  const riskReviewOn = again === '' ? usualDay(risk) : readDueDay(again, today())
  if (riskReviewOn === null) throw new DomainError('invalid')
  const box = await sealBox('note', { text: requireWords(seen.reason) })
  await changeCase(actor, 'decide-risk', seen, (found) => ({
    patch: { riskDecided: risk, riskRank: risks.indexOf(risk), riskReviewOn },
    type: 'risk-decided',
    detail: { from: found.riskDecided ?? found.riskSuggested, to: risk, again: riskReviewOn },
    box,
  }))
}

/** When the force looks through an open case of this risk. */
function usualDay(risk: Risk): string {
  const force = currentForce()
  return localTime(after(force.reviews[risk], now(), force), force)
    .toPlainDate()
    .toString()
}
