import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { translator } from '@/lib/i18n/translate'
import type { Clock } from '@/components/staff/clock'

/** The desk's clock and words: it is in English only. */
export function deskClock(): Clock {
  return { now: now(), timeZone: currentForce().timeZone, t: translator('en') }
}

/** Districts of this force by id. */
export function districtNames(): ReadonlyMap<string, string> {
  return new Map(currentForce().districts.map(({ id, name }) => [id, name]))
}

/** Police forces by id: names of organisations. */
export function forceNames(): ReadonlyMap<string, string> {
  return new Map(Object.entries(currentForce().policeForces).map(([id, { name }]) => [id, name]))
}
