import { nowhere } from '@/lib/domain/queue-filters'
import type { WorkCounts } from '@/lib/queries/count-work'
import { districtNames } from '../../_desk/clock'

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Which district a page of insight is of (null: all), out of its address; or that what it says is none. */
export function readPlace(query: Query): { readonly place: string | null; readonly isWrong: boolean } {
  const asked = query.district ?? ''
  const place = [...districtNames().keys(), nowhere].find((one) => one === asked) ?? null
  return { place, isWrong: place === null && asked !== '' }
}

/** The counts of a district, or all; and what the lists behind them are narrowed to besides. */
export function narrow(counts: WorkCounts, place: string | null) {
  const here: WorkCounts =
    place === null ? counts : new Map([...counts].filter(([district]) => district === place))
  const narrowed: readonly (readonly [string, string])[] = place === null ? [] : [['district', place]]
  return { here, narrowed }
}
