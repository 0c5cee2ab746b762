import { nowhere } from '@/lib/domain/queue-filters'
import type { WorkCounts } from '@/lib/queries/count-work'
import { districtNames } from '../../_desk/clock'

/** Which district a page of insight is of, out of its address; what is none is passed over. `here`: the counts of it, or of all. */
export function placeIn(query: Readonly<Record<string, string | string[] | undefined>>, counts: WorkCounts) {
  const known = [...districtNames().keys(), nowhere]
  const place = known.find((one) => one === query.district) ?? null
  const here: WorkCounts =
    place === null ? counts : new Map([...counts].filter(([district]) => district === place))
  const narrowed: readonly (readonly [string, string])[] = place === null ? [] : [['district', place]]
  return { place, here, narrowed }
}
