import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { readDeclineReason } from '@/lib/domain/offers/decline-reasons'
import type { Actor } from '@/lib/domain/policy'
import type { CaseSeen } from './change-case'
import { noteRefusal } from './note-refusal'

/**
 * The actor takes a case they are asked to take. DomainError: `offer-over` where they are not asked any more; `conflict` where it changed
 * since they saw it; `not-found`.
 */
export async function acceptOffer(actor: Actor, { reference, version }: CaseSeen): Promise<void> {
  const outcome = await asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT accept_offer(${reference}, ${version}::integer, ${now()}::timestamptz) AS outcome`
    return row?.outcome
  })
  await expectChanged(actor, reference, 'take', outcome)
}

/**
 * The actor says no to a case they are asked to take, for a reason of the list; that they know somebody in it keeps it from them. They may
 * answer whatever has changed of it since. DomainError: `invalid` without a reason; `offer-over`; `not-found`.
 */
export async function declineOffer(actor: Actor, reference: string, given: string): Promise<void> {
  const reason = readDeclineReason(given)
  if (reason === null) throw new DomainError('invalid')
  const outcome = await asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT decline_offer(${reference}, ${now()}::timestamptz, ${reason}) AS outcome`
    return row?.outcome
  })
  await expectChanged(actor, reference, 'decline-offer', outcome)
}

async function expectChanged(
  actor: Actor,
  reference: string,
  attempted: 'take' | 'decline-offer',
  outcome: string | undefined,
): Promise<void> {
  if (outcome === 'changed') return
  if (outcome === 'offer-over' || outcome === 'conflict') throw new DomainError(outcome)
  await noteRefusal(actor, reference, { attempted, code: 'not-found' })
  throw new DomainError('not-found')
}
