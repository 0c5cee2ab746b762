import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { db } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import { startOfDay } from '@/lib/domain/local-day'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { toldOf, withControlRoom } from './control-room-told'
import type { Told } from './control-room-told'

/** What whoever recorded a case for somebody needs right after sending it. */
export interface RecordedCase {
  readonly reference: string
  readonly version: number
  readonly status: string
  readonly riskRules: readonly string[]
  readonly told: Told | null
  readonly mayTell: boolean
}

/** The case `actor` recorded themselves: facts they wrote down, whoever it is for now. Null when they did not. */
export async function recordedCase(actor: Actor, reference: string): Promise<RecordedCase | null> {
  const found = await db().case.findUnique({
    where: { reference, force: currentForce().id, recordedById: actor.id },
    include: withControlRoom,
  })
  if (found === null) return null
  const { version, status, riskRules } = found
  const facts = factsOf(found, startOfDay(now(), currentForce().timeZone))
  return {
    ...{ reference, version, status, riskRules, told: toldOf(found) },
    mayTell: can(actor, 'tell-control-room', facts),
  }
}
