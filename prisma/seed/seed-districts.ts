import type { DistrictId } from '@/lib/domain/words'
import type { Force } from '@/lib/domain/force'

/** Districts of any force by their part in the demonstration. */
export interface SeedDistricts {
  /** The two of the officer people sign in as: a district of few places and its nearest neighbour. */
  readonly home: DistrictId
  readonly beside: DistrictId
  /** The rest, in the force's order, the same again where there are few. */
  readonly others: readonly DistrictId[]
}

/** Chooses them from the force's data alone, so that the demonstration fits every force. */
export function seedDistricts({ districts }: Pick<Force, 'districts'>): SeedDistricts {
  const [home] = [...districts].sort(
    (a, b) => a.places.length - b.places.length || a.name.localeCompare(b.name, 'en'),
  )
  if (home === undefined) throw new Error('A force needs a district')
  const beside = home.neighbours.find((id) => districts.some((district) => district.id === id)) ?? home.id
  const rest = districts.map(({ id }) => id).filter((id) => id !== home.id && id !== beside)
  return { home: home.id, beside, others: rest.length > 0 ? rest : [home.id] }
}
