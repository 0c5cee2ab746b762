import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { translator } from '@/lib/i18n/translate'
import type { Clock } from '@/components/staff/clock'
import type { Actor } from '@/lib/domain/policy'
import { recordTypeNames } from '@/lib/queries/record-types'
import { withEndings } from '@/lib/i18n/with-endings'

/** The desk's clock and words: it is in English only. */
export function deskClock(): Clock {
  return { now: now(), timeZone: currentForce().timeZone, t: translator('en') }
}

/** The same, in which endings of cases are called as supervisors decided: as now, and the one of a case as it was when that ended. */
export async function deskClockFor(actor: Actor, recordTypeId: string | null = null): Promise<Clock> {
  const clock = deskClock()
  return { ...clock, t: withEndings(clock.t, await recordTypeNames(actor, recordTypeId)) }
}

/** Districts of this force by id. */
export function districtNames(): ReadonlyMap<string, string> {
  return new Map(currentForce().districts.map(({ id, name }) => [id, name]))
}

/** Police forces by id: names of organisations. */
export function forceNames(): ReadonlyMap<string, string> {
  return new Map(Object.entries(currentForce().policeForces).map(([id, { name }]) => [id, name]))
}
