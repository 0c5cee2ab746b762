import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { mostSources } from '@/lib/domain/rota/duty-acts'
import { readExtra } from '@/lib/domain/rota/read-occasion'
import type { Typed } from '@/lib/domain/rota/read-pattern'
import { isUuid } from '@/lib/domain/uuid'
import type { OfficerSeen } from '../on-officer'
import { changeDuty } from './change-duty'

/** Adds duty on one occasion, as its form gives it. DomainErrors as `changeDuty`, and `invalid`, `too-many`. */
export async function addExtra(actor: Actor, seen: OfficerSeen, typed: Typed): Promise<void> {
  const at = now()
  const read = readExtra(typed, at, currentForce())
  if (!read.ok) throw new DomainError('invalid')
  await changeDuty(actor, seen, 'extra-added', async (tx, { id: officerId }) => {
    const count = await tx.dutyExtra.count({ where: { officerId, source: 'own', endsAt: { gt: at } } })
    if (count >= mostSources.extras) throw new DomainError('too-many')
    const made = { id: randomUUID(), officerId, source: 'own', madeAt: at, madeById: actor.id }
    await tx.dutyExtra.create({ data: { ...read.value, ...made } })
  })
}

/** Removes duty on one occasion, from now on. DomainErrors as `changeDuty`, and `not-found` for somebody else's. */
export async function removeExtra(actor: Actor, seen: OfficerSeen, id: string): Promise<void> {
  if (!isUuid(id)) throw new DomainError('not-found')
  await changeDuty(actor, seen, 'extra-removed', async (tx, { id: officerId }) => {
    const { count } = await tx.dutyExtra.deleteMany({ where: { id, officerId } })
    if (count === 0) throw new DomainError('not-found')
  })
}
