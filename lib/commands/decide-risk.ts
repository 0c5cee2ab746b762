import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { risks } from '@/lib/domain/words'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { requireWords } from './require-words'

/** Records what a person decided about the risk and why. From then on it orders the queue in place of the suggestion. */
export async function decideRisk(
  actor: Actor,
  seen: CaseSeen & { readonly risk: string; readonly reason: string },
): Promise<void> {
  const risk = risks.find((known) => known === seen.risk)
  if (risk === undefined) throw new DomainError('invalid')
  const box = await sealBox('note', { text: requireWords(seen.reason) })
  await changeCase(actor, 'decide-risk', seen, (found) => ({
    patch: { riskDecided: risk, riskRank: risks.indexOf(risk) },
    type: 'risk-decided',
    detail: { from: found.riskDecided ?? found.riskSuggested, to: risk },
    box,
  }))
}
