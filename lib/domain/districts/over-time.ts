import type { District, Force } from '../force'
import type { DistrictId } from '../words'

type Divided = Pick<Force, 'districts'>

/** Whether a district is there on a day (`YYYY-MM-DD`). */
export function isThereOn({ from, until }: Pick<District, 'from' | 'until'>, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until)
}

/** What a district is called on a day; before it began as at its beginning, after it ended as at its end. */
export function nameOn(
  { name, names = [], until }: Pick<District, 'name' | 'names' | 'until'>,
  day: string,
): string {
  const last = until !== undefined && until < day ? until : day
  return names.filter(({ from }) => from <= last).at(-1)?.name ?? name
}

/** The districts there are on a day, in the force's order, each with its name of the day. */
export function districtsOn(day: string, force: Divided): readonly District[] {
  return force.districts
    .filter((district) => isThereOn(district, day))
    .map((district) => ({ ...district, name: nameOn(district, day) }))
}

/**
 * The districts of a day that an area went to: itself where it is there, else what came of it, through as many changes as there were. Empty
 * for an id that is no district, and for one that ended with nothing after it.
 */
export function successorsOn(id: DistrictId, day: string, force: Divided): readonly DistrictId[] {
  const found = new Set<DistrictId>()
  const seen = new Set<DistrictId>()
  const follow = (each: DistrictId) => {
    const district = force.districts.find((one) => one.id === each)
    if (district === undefined || seen.has(each)) return
    seen.add(each)
    if (isThereOn(district, day)) found.add(each)
    else for (const next of district.becomes ?? []) follow(next)
  }
  follow(id)
  return force.districts.map((one) => one.id).filter((one) => found.has(one))
}

/** Districts that ended before a day and whose area is in these now, through as many changes as there were. */
function pastOf(ids: ReadonlySet<DistrictId>, day: string, force: Divided): readonly DistrictId[] {
  return force.districts
    .filter(({ until }) => until !== undefined && until < day)
    .map(({ id }) => id)
    .filter((id) => successorsOn(id, day, force).some((next) => ids.has(next)))
}

/**
 * What somebody covers on a day who was given `ids` at some time: these for good; what came of one that ended, unless they cover some of what came
 * of it already; and what ended and is now in one they cover, because old cases lie there. Nothing is ever taken away, and asked again it is the
 * same. In the force's order; ids nobody knows come last.
 */
export function coverage(ids: readonly DistrictId[], day: string, force: Divided): readonly DistrictId[] {
  const covered = new Set(ids)
  for (const id of ids) {
    const next = successorsOn(id, day, force)
    if (!next.some((each) => covered.has(each))) for (const each of next) covered.add(each)
  }
  for (const id of pastOf(covered, day, force)) covered.add(id)
  const known = force.districts.map(({ id }) => id)
  return [...known.filter((id) => covered.has(id)), ...ids.filter((id) => !known.includes(id))]
}
