import 'server-only'
import { deskAlerts } from '@/lib/domain/desk-alerts'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { controlRoomTold } from '@/lib/queries/control-room-told'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** Records that the control room was told of a case, by whom and when. `bad-transition` where no rule asks for it. */
export async function tellControlRoom(actor: Actor, seen: CaseSeen): Promise<void> {
  await changeCase(actor, 'tell-control-room', seen, (found) => {
    if (deskAlerts(found).controlRoom.length === 0) throw new DomainError('bad-transition')
    return { type: controlRoomTold }
  })
}
