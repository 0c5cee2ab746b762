import type { District, Force } from './force'
import type { DistrictId } from './words'

/** How far routing has to reach for an officer, nearest first. */
export const tiers = ['district', 'neighbour', 'force-pool'] as const
export type Tier = (typeof tiers)[number]

export interface Covering {
  readonly tier: Tier
  /** The officer's district that counts: the case's own or the nearest neighbour. Null in the force pool. */
  readonly district: { readonly id: DistrictId; readonly name: string } | null
  /** Place of that district among the neighbours, 0 the nearest; 0 outside that tier. */
  readonly distance: number
}

/**
 * How an officer's districts relate to a case's district; of one that ended, what came of it counts as the district itself, and its neighbours as its
 * own. A case whose district is not known is the whole force's.
 */
export function covering(
  covered: readonly DistrictId[],
  district: DistrictId | null,
  force: Pick<Force, 'districts'>,
): Covering {
  const own = family(district, force)
  const held = own.find(({ id }) => covered.includes(id))
  if (held !== undefined) return { tier: 'district', district: held, distance: 0 }
  const neighbours = [...new Set(own.flatMap((one) => one.neighbours))]
  const distance = neighbours.findIndex((neighbour) => covered.includes(neighbour))
  const nearest = force.districts.find(({ id }) => id === neighbours[distance])
  if (nearest === undefined) return { tier: 'force-pool', district: null, distance: 0 }
  return { tier: 'neighbour', district: nearest, distance }
}

/** A district, then what came of it, nearest first. Nobody covers what has not begun. */
function family(id: DistrictId | null, force: Pick<Force, 'districts'>): readonly District[] {
  const found = new Map<DistrictId, District>()
  const waiting = id === null ? [] : [id]
  for (const each of waiting) {
    const district = force.districts.find((one) => one.id === each)
    if (district === undefined || found.has(each)) continue
    found.set(each, district)
    waiting.push(...(district.becomes ?? []))
  }
  return [...found.values()]
}
