import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { expectVersion } from '@/lib/domain/case'
import { describeCase, stateOf } from '@/lib/domain/case-facts'
import { snoozeEnd, snoozeProblem } from '@/lib/domain/own-queue/snooze'
import type { SnoozeLength, SnoozeReason, SnoozeRefusal } from '@/lib/domain/own-queue/snooze'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { firstDue } from '@/lib/queries/first-due'
import type { CaseSeen } from './change-case'

interface Asked extends CaseSeen {
  readonly reason: SnoozeReason
  readonly length: SnoozeLength
}

/**
 * Puts a case off in the actor's own queue, and in nobody else's. Gives null, or why it stays. DomainErrors `not-found` and `conflict`:
 * whoever puts off what has changed since has not seen what they put off.
 */
export function snoozeCase(
  actor: Actor,
  { reference, version, reason, length }: Asked,
): Promise<SnoozeRefusal | null> {
  return asActor(actor, async (tx) => {
    const found = await findVisibleCase(tx, actor, reference)
    expectVersion(stateOf(found), version)
    const madeAt = now()
    const until = snoozeEnd(length, madeAt, currentForce())
    const { status, risk } = describeCase(found)
    const messageWaiting = found.lastMessageFrom === 'reporter'
    const dueAt = await dueFor(tx, actor, found)
    const problem = snoozeProblem({ ...found, status, risk, messageWaiting, dueAt }, until)
    if (problem !== null) return problem
    const kept = { madeAt, until, reason }
    const id = { caseId: found.id, accountId: actor.id }
    await tx.caseSnooze.upsert({ where: { caseId_accountId: id }, create: { ...id, ...kept }, update: kept })
    return null
  })
}

/** Has a case that the actor put off in their queue again. */
export function wakeCase(actor: Actor, reference: string): Promise<void> {
  return asActor(actor, async (tx) => {
    const { id: caseId } = await findVisibleCase(tx, actor, reference)
    await tx.caseSnooze.deleteMany({ where: { caseId, accountId: actor.id } })
  })
}

/** When the first thing this person has to see to is due: a supervisor's review is theirs as well. */
async function dueFor(tx: Transaction, actor: Actor, found: Case): Promise<Date | null> {
  const clocks = await tx.caseClock.findMany({ where: { caseId: found.id, endedAt: null } })
  const own = clocks.map((clock) => (actor.role === 'supervisor' ? { ...clock, kind: 'own' } : clock))
  return firstDue(found, own)
}
