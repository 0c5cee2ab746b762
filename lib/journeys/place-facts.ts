import type { Place } from '@/lib/domain/place'
import { districtsToChoose, placeOf } from '@/lib/domain/place'
import type { DistrictId } from '@/lib/domain/words'
import type { Answers, JourneyContext } from '@/lib/journey/definition'

export const isOnline = (answers: Answers) => answers.placeKind === 'online'

/** What the postcode says; `unknown` where none was given. */
function postcodePlace(answers: Answers, { force, unit, today }: JourneyContext): Place {
  return typeof answers.postcode === 'string'
    ? placeOf(answers.postcode, force, { unit, today })
    : { kind: 'unknown' }
}

/** Whether the person must say which district it was, because the postcode does not. */
export function districtIsOpen(answers: Answers, context: JourneyContext): boolean {
  const { kind } = postcodePlace(answers, context)
  return kind === 'ask' || kind === 'unknown'
}

/** The districts it may be, then the ways out: another area, and not sure. */
export function districtOptions(answers: Answers, context: JourneyContext): readonly string[] {
  const place = postcodePlace(answers, context)
  return place.kind === 'ask'
    ? [...place.districts, 'elsewhere', 'not-sure']
    : [...districtsToChoose(context.force, context.today).map(({ id }) => id), 'not-sure', 'outside-area']
}

/** Whether the place is in another force's area, by the postcode or by what the person chose. */
export function isOutside(answers: Answers, context: JourneyContext): boolean {
  const chosen = answers.district === 'elsewhere' || answers.district === 'outside-area'
  return chosen || postcodePlace(answers, context).kind === 'outside'
}

/** Ids, in `force.policeForces`, of the forces a place outside may belong to. Empty when nothing says which. */
export function forcesElsewhere(answers: Answers, context: JourneyContext): readonly string[] {
  const place = postcodePlace(answers, context)
  if (place.kind === 'outside') return place.forces
  return place.kind === 'ask' && answers.district === 'elsewhere' ? place.others : []
}

/** The district of a place, when the postcode or the person has said; null leaves it to the force's pool. */
export function districtOf(answers: Answers, context: JourneyContext): DistrictId | null {
  const place = postcodePlace(answers, context)
  if (place.kind === 'district') return place.district
  const chosen = districtsToChoose(context.force, context.today).find(({ id }) => id === answers.district)
  return chosen?.id ?? null
}
