import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { isSettledByHand } from '@/lib/domain/clocks/escalation-rules'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'

/**
 * Records that a supervisor has seen to what they had to know of a case. It does not matter what happened to the case meanwhile.
 * DomainError: `invalid` for no rule, or one that passes once what it asks for is done, and not before; `bad-transition` where there is none for them, or where it is settled already.
 */
export async function settleEscalation(
  actor: Actor,
  { reference, rule }: { readonly reference: string; readonly rule: string },
): Promise<void> {
  if (!isSettledByHand(rule)) throw new DomainError('invalid')
  await asActor(actor, async (tx) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT settle_escalation(${reference}, ${rule}, ${now()}::timestamptz) AS outcome`
    if (row?.outcome !== 'changed') throw new DomainError('bad-transition')
  })
}
