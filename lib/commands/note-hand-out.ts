import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { policyContext } from '@/lib/queries/policy-context'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow } from './intake-rows'

/** What is kept of a case that was given out: to whom and what, in codes. */
export type HandOutDetail = Readonly<Record<string, string>> & { readonly recipient: string }

/** The case, for somebody who may give it out and has just proved who they are. DomainErrors: `not-found`, `forbidden`, `erased`. */
export async function expectMayHandOut(tx: Transaction, actor: Actor, reference: string): Promise<Case> {
  const found = await findVisibleCase(tx, actor, reference)
  if (!can(actor, 'hand-out', factsOf(found), policyContext(true))) throw new DomainError('forbidden')
  if (found.erasedAt !== null) throw new DomainError('erased')
  return found
}

/** Writes the case's history and the audit, committed, before anything is opened: to whom, what, and why in sealed words. */
export async function noteHandOut(
  actor: Actor,
  reference: string,
  detail: HandOutDetail,
  why: string,
): Promise<Case> {
  const at = now()
  const box = JSON.stringify(boxRow(await sealBox('note', { text: why }), at))
  return asActor(actor, async (tx) => {
    const found = await expectMayHandOut(tx, actor, reference)
    const [row] = await tx.$queryRaw<{ noted: boolean }[]>`
      SELECT note_hand_out(${found.id}::uuid, ${at}::timestamptz, ${JSON.stringify(detail)}::jsonb, ${box}::jsonb) AS noted`
    if (row?.noted !== true) throw new DomainError('forbidden')
    return found
  })
}
