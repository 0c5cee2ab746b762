import type { Counts } from './widen'

/**
 * The values that are hidden from the year's beginning, because some month of the year before had fewer than the minimum of them: known to be
 * small, they make the stair of `hideInPeriods` one step. Months before anything was counted do not speak against them.
 */
export function knownSmall(
  monthsBefore: readonly { readonly total: number; readonly counts: Counts }[],
  minimum: number,
): ReadonlySet<string> {
  const begin = monthsBefore.findIndex(({ total }) => total > 0)
  const months = begin === -1 ? [] : monthsBefore.slice(begin)
  const occurring = months.flatMap(({ counts }) => [...counts].filter(([, count]) => count > 0))
  const isSmall = (value: string) => months.some(({ counts }) => (counts.get(value) ?? 0) < minimum)
  return new Set(occurring.map(([value]) => value).filter(isSmall))
}
