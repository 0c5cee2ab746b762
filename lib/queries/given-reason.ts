import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { impliedReason, isReasonFresh, mayGive, readReason } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import { can } from '@/lib/domain/policy'
import type { Actor, CaseFacts } from '@/lib/domain/policy'
import { findVisibleCase } from './find-visible-case'
import { policyContext } from './policy-context'

type CaseSeen = Pick<CaseFacts, 'id' | 'assigneeId'>

/**
 * Why `actor` opens a case in the session that `handle` names: what the facts say, else what they answered there in the last eight hours.
 * Null where they have to be asked, also where they only take out somebody's data: that is no reason to work on the case.
 */
export async function givenReason(
  actor: Actor,
  handle: string,
  facts: CaseSeen,
): Promise<OpeningReason | null> {
  return impliedReason(actor, facts) ?? (await asActor(actor, (tx) => saidWhy(tx, actor, handle, facts)))
}

/**
 * Refuses an act on a case with `no-reason` where whoever may open it has not said why, and gives why otherwise. Of a case they may not open or know
 * of it says nothing, and gives null: the act refuses that itself, and has it audited.
 */
export async function expectReason(
  actor: Actor,
  handle: string,
  reference: string,
): Promise<OpeningReason | null> {
  const { mayOpen, reason } = await asActor(actor, async (tx) => {
    const found = await tx.case.findUnique({ where: { reference, force: currentForce().id } })
    if (found === null || !can(actor, 'open', factsOf(found), policyContext()))
      return { mayOpen: false, reason: null }
    const facts = factsOf(found)
    return { mayOpen: true, reason: impliedReason(actor, facts) ?? (await saidWhy(tx, actor, handle, facts)) }
  })
  if (mayOpen && reason === null) throw new DomainError('no-reason')
  return reason
}

/**
 * Whether `actor` has said in the session that `handle` names, in the last eight hours, that they take out the data of this case: whoever
 * follows an address to where it is looked through has not. What the facts say needs no saying. DomainError `not-found` as for every case.
 */
export async function isTakingOut(actor: Actor, handle: string, reference: string): Promise<boolean> {
  return asActor(actor, async (tx) => {
    const facts = factsOf(await findVisibleCase(tx, actor, reference))
    return impliedReason(actor, facts) !== null || (await answered(tx, actor, handle, facts)) === 'taking-out'
  })
}

async function saidWhy(...asked: Parameters<typeof answered>): Promise<OpeningReason | null> {
  const reason = await answered(...asked)
  return reason === 'taking-out' ? null : reason
}

async function answered(
  tx: Transaction,
  actor: Actor,
  sessionHandle: string,
  facts: CaseSeen,
): Promise<OpeningReason | null> {
  const where = { sessionHandle_caseId: { sessionHandle, caseId: facts.id } }
  const row = await tx.caseReason.findUnique({ where })
  if (row === null || !isReasonFresh(row.givenAt, now())) return null
  const reason = readReason(row.reason)
  return reason !== null && mayGive(actor, facts, reason) ? reason : null
}
