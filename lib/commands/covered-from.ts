import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { coverage, districtsOn } from '@/lib/domain/districts/over-time'
import type { DistrictId } from '@/lib/domain/words'
import { today } from './journey-setting'

/** The districts an officer can be given today. */
export function districtsToGive(): readonly DistrictId[] {
  return districtsOn(today(), currentForce()).map(({ id }) => id)
}

/** What an officer covers who is given these districts today: also what ended and is in one of them now, where old cases lie. */
export function coveredFrom(districts: readonly DistrictId[]): readonly DistrictId[] {
  return coverage(districts, today(), currentForce())
}
