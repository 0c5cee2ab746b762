import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import type { Case, Officer, Prisma } from '@/lib/db/generated/client'
import { assign } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { loadRota } from '@/lib/queries/load-rota'
import type { RotaMember } from '@/lib/queries/load-rota'
import { suggestOfficers } from '@/lib/queries/suggest-officers'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { findHolder, isUnwanted } from './find-holder'

/**
 * Gives a case nobody holds to `to` (an account id), and keeps what routing suggested at that moment beside who was
 * chosen. `left-out` for an officer the reporter asked to leave out: that takes a reason, and so a handover.
 */
export async function assignCase(actor: Actor, seen: CaseSeen & { readonly to: string }): Promise<void> {
  const rota = await loadRota()
  await changeCase(actor, 'assign', seen, async (found, tx) => {
    const holder = await findHolder(tx, seen.to, found)
    if (isUnwanted(holder, found)) throw new DomainError('left-out')
    const { status, assigneeId } = assign(stateOf(found), holder.id)
    const place = await storeDecision(tx, found, holder.officer, rota)
    return { data: { status, assigneeId }, type: 'assigned', detail: { to: holder.id, place } }
  })
}

/** The chosen officer's place among those suggested, 1 the first; 0 for somebody who was not. */
async function storeDecision(
  tx: Prisma.TransactionClient,
  found: Case,
  officer: Officer | null,
  rota: readonly RotaMember[],
): Promise<number> {
  const result = suggestOfficers(found, rota)
  const decision = {
    rule: result.rule,
    candidates: result.candidates.map(({ officerId, tier, reasons }) => ({
      officerId,
      tier,
      reasons: reasons.map(({ rule, values = {} }) => ({ rule, values: { ...values } })),
    })),
    leftOut: result.leftOut.map(({ officerId, rule }) => ({ officerId, rule })),
  }
  const chosenId = officer?.id ?? null
  await tx.routingDecision.create({
    data: { id: randomUUID(), caseId: found.id, at: now(), chosenId, decision },
  })
  return result.candidates.findIndex(({ officerId }) => officerId === chosenId) + 1
}
