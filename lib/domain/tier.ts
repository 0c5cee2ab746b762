import type { Force } from './force'
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

/** How an officer's districts relate to a case's district. A case whose district is not known is the whole force's. */
export function covering(
  covered: readonly DistrictId[],
  district: DistrictId | null,
  force: Pick<Force, 'districts'>,
): Covering {
  const own = force.districts.find(({ id }) => id === district)
  if (own === undefined) return { tier: 'force-pool', district: null, distance: 0 }
  if (covered.includes(own.id)) return { tier: 'district', district: own, distance: 0 }
  const distance = own.neighbours.findIndex((neighbour) => covered.includes(neighbour))
  const nearest = force.districts.find(({ id }) => id === own.neighbours[distance])
  if (nearest === undefined) return { tier: 'force-pool', district: null, distance: 0 }
  return { tier: 'neighbour', district: nearest, distance }
}
