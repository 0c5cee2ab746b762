import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { readLastDay } from '@/lib/domain/rota/read-occasion'
import type { Typed } from '@/lib/domain/rota/read-pattern'
import { isUuid } from '@/lib/domain/uuid'
import type { OfficerSeen } from '../on-officer'
import { changeDuty } from './change-duty'

/**
 * Ends a pattern on a day, which is the last on which a turn of it begins. DomainErrors as `changeDuty`, and `invalid`, and `not-found` for
 * a pattern of somebody else.
 */
export async function endPattern(actor: Actor, seen: OfficerSeen, id: string, typed: Typed): Promise<void> {
  if (!isUuid(id)) throw new DomainError('not-found')
  await changeDuty(actor, seen, 'pattern-ended', async (tx, { id: officerId }) => {
    const found = await tx.dutyPattern.findFirst({ where: { id, officerId }, select: { startsOn: true } })
    if (found === null) throw new DomainError('not-found')
    const read = readLastDay(typed, found.startsOn.toISOString().slice(0, 10))
    if (!read.ok) throw new DomainError('invalid')
    await tx.dutyPattern.updateMany({ where: { id, officerId }, data: { endsOn: new Date(read.value) } })
  })
}

/** Removes a pattern, from now on: what duty there was under it stays. DomainErrors as `endPattern`. */
export async function removePattern(actor: Actor, seen: OfficerSeen, id: string): Promise<void> {
  if (!isUuid(id)) throw new DomainError('not-found')
  await changeDuty(actor, seen, 'pattern-removed', async (tx, { id: officerId }) => {
    const { count } = await tx.dutyPattern.deleteMany({ where: { id, officerId } })
    if (count === 0) throw new DomainError('not-found')
  })
}
