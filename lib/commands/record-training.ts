import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import { localTime } from '@/lib/domain/calendar'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { readTraining, trainedUntil } from '@/lib/domain/training'
import type { TypedTraining } from '@/lib/domain/training'
import { isUuid } from '@/lib/domain/uuid'
import { trainingOf } from '@/lib/queries/training-of'
import { onOfficer } from './on-officer'
import type { OfficerSeen } from './on-officer'

/**
 * A supervisor records that an officer was trained in a topic on a day. For how long it counts is the force's to say, as it is on the day
 * it is recorded. DomainErrors as `onOfficer`, `invalid`, and `exists` where it is recorded already.
 */
export function addTraining(actor: Actor, seen: OfficerSeen, typed: TypedTraining): Promise<void> {
  return onOfficer(actor, 'supervisor', seen, async ({ id: officerId }, tx) => {
    const force = currentForce()
    const read = readTraining(typed, force, localTime(now(), force).toPlainDate().toString())
    const completedOn = new Date(read.completedOn)
    const same = { officerId, topic: read.topic, completedOn, withdrawnAt: null }
    if ((await tx.trainingRecord.count({ where: same })) > 0) throw new DomainError('exists')
    await tx.trainingRecord.create({
      data: {
        ...same,
        id: randomUUID(),
        expiresOn: new Date(read.expiresOn),
        heldWith: [...read.heldWith],
        recordedAt: now(),
        recordedById: actor.id,
      },
    })
    return {
      data: await reckoned(tx, officerId),
      audited: 'training-recorded',
      detail: { topic: read.topic, completed: read.completedOn, with: read.heldWith.join(' ') },
    }
  })
}

/**
 * A supervisor withdraws a training record that is wrong. It stays to be seen, and counts for nothing. DomainErrors as `onOfficer`, and
 * `not-found` where this officer has none such, or it is withdrawn.
 */
export function withdrawTraining(actor: Actor, seen: OfficerSeen, recordId: string): Promise<void> {
  return onOfficer(actor, 'supervisor', seen, async ({ id: officerId }, tx) => {
    if (!isUuid(recordId)) throw new DomainError('not-found')
    const where = { id: recordId, officerId, withdrawnAt: null }
    const found = await tx.trainingRecord.findFirst({ where, select: { topic: true } })
    if (found === null) throw new DomainError('not-found')
    await tx.trainingRecord.updateMany({ where, data: { withdrawnAt: now() } })
    return {
      data: await reckoned(tx, officerId),
      audited: 'training-withdrawn',
      detail: { topic: found.topic },
    }
  })
}

/** Until when they are trained, now that their records have changed: nothing else sets it. */
async function reckoned(tx: Transaction, officerId: string) {
  const until = trainedUntil(await trainingOf(tx, officerId), currentForce())
  return { trainingUntil: until === null ? null : new Date(until) }
}
