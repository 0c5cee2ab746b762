import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import { moveReasons } from '@/lib/domain/call-back/call-back'
import { readSlot } from '@/lib/domain/call-back/slots'
import type { Slot } from '@/lib/domain/call-back/slots'
import type { ReachPlan } from '@/lib/domain/contact/may-use'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** A time to ring somebody back, as it was posted. */
interface Agreed extends CaseSeen {
  readonly planVersion: number
  /** When it begins, as an ISO time. */
  readonly at: string
  /** Why another time is agreed; empty for the first. */
  readonly reason: string
}

/** When somebody may be rung, and by which of their plans. */
export interface KnownPlan {
  readonly version: number
  readonly plan: ReachPlan
}

/**
 * Keeps a time to ring somebody back, instead of the one that is to come, where there is one. DomainErrors besides those of `changeCase`:
 * `time-gone` where the force rings nobody back then, `time-not-safe` where their plan is against it, `plan-changed` where `known` is not the plan
 * that was looked at, `withdrawn` where they want nothing more done, `reason-missing` for another time without a reason from the list.
 */
export async function agreeCallBack(
  actor: Actor,
  { at, reason, ...seen }: Agreed,
  known: KnownPlan,
): Promise<'set' | 'moved'> {
  if (known.version !== seen.planVersion) throw new DomainError('plan-changed')
  let done: 'set' | 'moved' = 'set'
  await changeCase(actor, 'call-back', seen, async ({ id }, tx) => {
    await expectWanted(tx, id)
    const { from, until } = expectSlot(at, known.plan)
    const span = { from: from.toISOString(), until: until.toISOString() }
    const open = await tx.caseCallBack.findFirst({
      where: { caseId: id, endedAt: null },
      select: { id: true },
    })
    if (open === null) return { type: 'call-back-set', detail: span }
    const why = moveReasons.find((one) => one === reason)
    if (why === undefined) throw new DomainError('reason-missing')
    done = 'moved'
    return { type: 'call-back-moved', detail: { ...span, reason: why } }
  })
  return done
}

/** Whoever wants nothing more done is not rung, whatever their plan would allow. */
async function expectWanted(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx.$queryRaw<{ since: Date | null }[]>`SELECT withdrawn_since(${id}::uuid) AS since`
  if ((row?.since ?? null) !== null) throw new DomainError('withdrawn')
}

function expectSlot(at: string, plan: ReachPlan): Slot {
  const slot = readSlot(at, plan, now(), currentForce())
  if (slot === 'gone') throw new DomainError('time-gone')
  if (slot === 'not-safe') throw new DomainError('time-not-safe')
  return slot
}
