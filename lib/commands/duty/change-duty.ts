import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { Officer } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'
import type { DutyAct } from '@/lib/domain/rota/duty-acts'
import { onOfficer } from '../on-officer'
import type { OfficerSeen } from '../on-officer'
import { rebuildDuty } from './rebuild-duty'

/**
 * The frame of every change to when an officer is on duty: `work` changes what it is reckoned from, then it is reckoned anew, routing is
 * woken, and the audit tells which sort of change it was, all in one transaction. Officers change their own, supervisors anybody's.
 * DomainErrors as `onOfficer`, and what `work` throws.
 */
export function changeDuty(
  actor: Actor,
  seen: OfficerSeen,
  act: DutyAct,
  work: (tx: Transaction, officer: Officer) => Promise<unknown>,
): Promise<void> {
  return onOfficer(actor, 'own-too', seen, async (officer, tx) => {
    await work(tx, officer)
    await rebuildDuty(tx, officer.id)
    await tx.$queryRaw`SELECT pg_notify('alongside_routing', '')::text`
    return { data: {}, audited: 'duty-changed', detail: { duty: act } }
  })
}
