import type { Force } from './force'
import { parsePostcode } from './postcode'
import type { DistrictId } from './words'

export type Place =
  /** One district of this force, and no other force. */
  | { readonly kind: 'district'; readonly district: DistrictId }
  /** The person must say which: these districts, or the area of one of the other forces (ids). */
  | { readonly kind: 'ask'; readonly districts: DistrictId[]; readonly others: string[] }
  /** Another force's area; ids of the forces it may be, at least one. */
  | { readonly kind: 'outside'; readonly forces: string[] }
  /** Not a postcode, or one that the force's data say nothing about: ask as if none had been given. */
  | { readonly kind: 'unknown' }

/**
 * Where a postcode is, as far as its first half tells. A first half that touches two districts, or a district and
 * another force, is never guessed. First halves missing from the force's table are judged by postcode area.
 */
export function placeOf(postcode: string, force: Force): Place {
  const parsed = parsePostcode(postcode)
  if (parsed === null) return { kind: 'unknown' }
  const hint = force.outcodes[parsed.outcode]
  if (hint === undefined) return placeOfArea(parsed.area, force)
  const [district, ...more] = hint.districts
  if (district === undefined) return { kind: 'outside', forces: [...hint.others] }
  if (more.length === 0 && hint.others.length === 0) return { kind: 'district', district }
  return { kind: 'ask', districts: [...hint.districts], others: [...hint.others] }
}

function placeOfArea(area: string, force: Force): Place {
  const forces = force.postcodeAreas[area]
  if (forces === undefined || forces.includes(force.id)) return { kind: 'unknown' }
  return { kind: 'outside', forces: [...forces] }
}
