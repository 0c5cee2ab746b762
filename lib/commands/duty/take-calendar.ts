import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { DomainError } from '@/lib/domain/errors'
import type { Shift } from '@/lib/domain/officer-facts'
import type { Actor } from '@/lib/domain/policy'
import { calendarLimits } from '@/lib/domain/rota/understood-calendar'
import type { CalendarUse } from '@/lib/domain/rota/understood-calendar'
import type { OfficerSeen } from '../on-officer'
import { changeDuty } from './change-duty'

/**
 * Takes times out of a calendar as an officer's duty or leave, in place of those that an earlier calendar gave for it and that are not over.
 * What was entered by hand stays. DomainErrors as `changeDuty`, and `invalid` where there is nothing to take, or too much.
 */
export async function takeCalendar(
  actor: Actor,
  seen: OfficerSeen,
  use: CalendarUse,
  spans: readonly Shift[],
): Promise<void> {
  const at = now()
  const ahead = spans.filter(({ startsAt, endsAt }) => endsAt > at && endsAt > startsAt)
  if (ahead.length === 0 || ahead.length > calendarLimits.spans) throw new DomainError('invalid')
  await changeDuty(actor, seen, `calendar-${use}`, async (tx, { id: officerId }) => {
    const before = { officerId, source: 'calendar', endsAt: { gt: at } }
    const made = { officerId, source: 'calendar', madeAt: at, madeById: actor.id }
    const data = ahead.map(({ startsAt, endsAt }) => ({ ...made, id: randomUUID(), startsAt, endsAt }))
    if (use === 'duty') {
      await tx.dutyExtra.deleteMany({ where: before })
      await tx.dutyExtra.createMany({ data })
    } else {
      await tx.officerLeave.deleteMany({ where: before })
      await tx.officerLeave.createMany({ data })
    }
  })
}
