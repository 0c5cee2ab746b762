import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { mostSources } from '@/lib/domain/rota/duty-acts'
import { readLeave } from '@/lib/domain/rota/read-occasion'
import type { Typed } from '@/lib/domain/rota/read-pattern'
import { isUuid } from '@/lib/domain/uuid'
import type { OfficerSeen } from '../on-officer'
import { changeDuty } from './change-duty'

/** Says that an officer is away, as the form gives it; why is not asked. DomainErrors as `changeDuty`, and `invalid`, `too-many`. */
export async function addLeave(actor: Actor, seen: OfficerSeen, typed: Typed): Promise<void> {
  const at = now()
  const read = readLeave(typed, at, currentForce())
  if (!read.ok) throw new DomainError('invalid')
  await changeDuty(actor, seen, 'leave-added', async (tx, { id: officerId }) => {
    const count = await tx.officerLeave.count({ where: { officerId, source: 'own', endsAt: { gt: at } } })
    if (count >= mostSources.leave) throw new DomainError('too-many')
    const made = { id: randomUUID(), officerId, source: 'own', madeAt: at, madeById: actor.id }
    await tx.officerLeave.create({ data: { ...read.value, ...made } })
  })
}

/**
 * Ends being away now, or takes back what has not begun. DomainErrors as `changeDuty`; `bad-transition` where it is over; `not-found` for
 * somebody else's.
 */
export async function endLeave(actor: Actor, seen: OfficerSeen, id: string): Promise<void> {
  if (!isUuid(id)) throw new DomainError('not-found')
  const at = now()
  await changeDuty(actor, seen, 'leave-ended', async (tx, { id: officerId }) => {
    const found = await tx.officerLeave.findFirst({ where: { id, officerId } })
    if (found === null) throw new DomainError('not-found')
    if (found.endsAt <= at) throw new DomainError('bad-transition')
    if (found.startsAt >= at) await tx.officerLeave.deleteMany({ where: { id } })
    else await tx.officerLeave.updateMany({ where: { id }, data: { endsAt: at } })
  })
}
