import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { mostSources } from '@/lib/domain/rota/duty-acts'
import { readPattern } from '@/lib/domain/rota/read-pattern'
import type { Typed } from '@/lib/domain/rota/read-pattern'
import { isUuid } from '@/lib/domain/uuid'
import type { OfficerSeen } from '../on-officer'
import { changeDuty } from './change-duty'

/**
 * Keeps a pattern as its form gives it: a new one, or in place of the one the form is of. What duty there was under the old one stays.
 * DomainErrors as `changeDuty`, and `invalid`, `too-many`, and `not-found` for a pattern of somebody else.
 */
export async function savePattern(actor: Actor, seen: OfficerSeen, typed: Typed): Promise<void> {
  const read = readPattern(typed)
  if (!read.ok) throw new DomainError('invalid')
  const { startsOn, endsOn, cycleDays, turns } = read.value
  const data = {
    startsOn: new Date(startsOn),
    endsOn: endsOn === null ? null : new Date(endsOn),
    cycleDays,
    turns: turns.map((turn) => ({ ...turn })),
    madeAt: now(),
    madeById: actor.id,
  }
  const id = typed('pattern')
  await changeDuty(actor, seen, 'pattern-saved', async (tx, { id: officerId }) => {
    if (id === '') {
      const count = await tx.dutyPattern.count({ where: { officerId } })
      if (count >= mostSources.patterns) throw new DomainError('too-many')
      await tx.dutyPattern.create({ data: { ...data, id: randomUUID(), officerId } })
      return
    }
    if (!isUuid(id)) throw new DomainError('not-found')
    const { count } = await tx.dutyPattern.updateMany({ where: { id, officerId }, data })
    if (count === 0) throw new DomainError('not-found')
  })
}
