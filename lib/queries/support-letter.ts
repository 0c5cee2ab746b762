import 'server-only'
import type { SupportLetter } from '@/lib/adapters/support-letter-pdf'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { supportService } from '@/lib/domain/ways-out/support'
import { isAccount, isToldToService, isWayToReach } from '@/lib/journeys/told-to-service'
import { openForExport } from './open-for-export'

/**
 * Opens a case, each look a row of the audit, for what one service is told: how to reach the person by the plan that holds, and what happened only
 * where they agreed to that. For whoever has just proved who they are. DomainErrors as `openForExport`, `not-found`, and
 * `no-way` where the plan that holds leaves no way to reach them.
 */
export async function openSupportLetter(actor: Actor, found: Case, referral: string): Promise<SupportLetter> {
  const agreed = await asActor(actor, (tx) =>
    tx.supportReferral.findFirst({ where: { id: referral, caseId: found.id, endedAt: null } }),
  )
  if (agreed === null) throw new DomainError('not-found')
  const opened = await openForExport(actor, found.reference, null)
  const sent = opened.transcript.flatMap(({ rows }) =>
    rows.map(({ questionId, label, value }) => ({ questionId, question: label, answer: value })),
  )
  // Of a plan before the one that holds nothing is told, which could still look safe.
  const { rows, answers } = opened.held ?? { rows: sent, answers: opened.answers }
  const contact = rows.filter(({ questionId }) => isToldToService(questionId, answers))
  if (!contact.some(({ questionId }) => isWayToReach(questionId))) throw new DomainError('no-way')
  const force = currentForce()
  return {
    service: supportService(force, agreed.service)?.name ?? agreed.service,
    force: force.name,
    agreed: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(agreed.agreedOn),
    isSaidForThem: agreed.givenBy === 'for-them',
    contact: contact.map(({ question, answer }) => [question, answer] as const),
    account: agreed.account
      ? sent.filter(({ questionId }) => isAccount(questionId)).map(({ answer }) => answer)
      : null,
  }
}
