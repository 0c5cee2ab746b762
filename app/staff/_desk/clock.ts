import 'server-only'
import { now } from '@/lib/adapters/clock'
import { today } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import { districtsOn, nameOn } from '@/lib/domain/districts/over-time'
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

/** Every district of this force by id, those that ended too, each as it was called at a time: now, or when a case came. */
export function districtNames(at: Date = now()): ReadonlyMap<string, string> {
  const day = localTime(at, currentForce()).toPlainDate().toString()
  return new Map(currentForce().districts.map((district) => [district.id, nameOn(district, day)]))
}

/** The districts there are today by id, to choose from. */
export function districtChoices(): ReadonlyMap<string, string> {
  return new Map(districtsOn(today(), currentForce()).map(({ id, name }) => [id, name]))
}

/** Whom a case can go to, by id: names of police forces and of support services. */
export function forceNames(): ReadonlyMap<string, string> {
  const { policeForces, support } = currentForce()
  return new Map([
    ...support.map(({ id, name }) => [id, name] as const),
    ...Object.entries(policeForces).map(([id, { name }]) => [id, name] as const),
  ])
}
