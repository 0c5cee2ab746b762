import { districtsOn, successorsOn } from './districts/over-time'
import type { Force } from './force'
import { parsePostcode } from './postcode'
import type { Postcode } from './postcode'
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

/** Where a whole postcode lies, out of the directory of postcodes. */
export interface UnitPlace {
  /** With one space. */
  readonly unit: string
  /** Null: in the area of another force. */
  readonly district: DistrictId | null
}

/** What is known besides the postcode itself. */
interface Known {
  readonly unit?: UnitPlace | undefined
  /** `YYYY-MM-DD`: districts that ended by then are what came of them. Left out: every district counts. */
  readonly today?: string | undefined
}

/**
 * Where a postcode is. A whole one that was looked up decides; else its first half tells as far as it can: one that touches two districts, or a
 * district and another force, is never guessed. First halves missing from the force's table are judged by postcode area.
 */
export function placeOf(postcode: string, force: Force, { unit, today }: Known = {}): Place {
  const parsed = parsePostcode(postcode)
  if (parsed === null) return { kind: 'unknown' }
  const known = unit?.unit === parsed.unit ? unit : undefined
  if (known !== undefined)
    return known.district === null ? elsewhere(parsed, force) : within([known.district], [], force, today)
  const hint = force.outcodes[parsed.outcode]
  if (hint === undefined) return placeOfArea(parsed.area, force)
  return within(hint.districts, hint.others, force, today)
}

/** The districts of today for these, and the other forces it may be. */
function within(
  ids: readonly DistrictId[],
  others: readonly string[],
  force: Force,
  today: string | undefined,
): Place {
  const districts =
    today === undefined ? [...ids] : [...new Set(ids.flatMap((id) => successorsOn(id, today, force)))]
  const [district, ...more] = districts
  if (district === undefined)
    return others.length === 0 ? { kind: 'unknown' } : { kind: 'outside', forces: [...others] }
  if (more.length === 0 && others.length === 0) return { kind: 'district', district }
  return { kind: 'ask', districts, others: [...others] }
}

/** Another force's, by the directory: which, its first half or its area tells as far as it can. */
function elsewhere({ outcode, area }: Postcode, force: Force): Place {
  const near = force.outcodes[outcode]?.others ?? []
  const forces = near.length > 0 ? near : (force.postcodeAreas[area] ?? []).filter((id) => id !== force.id)
  return forces.length === 0 ? { kind: 'unknown' } : { kind: 'outside', forces: [...forces] }
}

function placeOfArea(area: string, force: Force): Place {
  const forces = force.postcodeAreas[area]
  if (forces === undefined || forces.includes(force.id)) return { kind: 'unknown' }
  return { kind: 'outside', forces: [...forces] }
}

/** The districts somebody can choose from: those of the day, or all where no day is known. */
export function districtsToChoose(force: Pick<Force, 'districts'>, today: string | undefined) {
  return today === undefined ? force.districts : districtsOn(today, force)
}
