import type { Answer } from './answer'

/**
 * What the values that are not shown are together, where all of them are hidden because somebody might be recognised, the total is told, and so is some
 * other value: what anybody gets who takes those that are told from the total, and no other number. Null where that says nothing. `cells`: each value of one
 * partition. Decision 0051 sees to it that it is none or enough; what were not is said by nobody.
 */
export function restOf(
  total: Answer,
  cells: readonly Answer[],
  { minimum }: { readonly minimum: number },
): number | null {
  if (!total.shown) return null
  const hidden = cells.flatMap((cell) => (cell.shown ? [] : [cell.why]))
  if (hidden.length < 2 || hidden.length === cells.length || hidden.some((why) => why !== 'few')) return null
  const told = cells.reduce((sum, cell) => sum + (cell.shown ? cell.count : 0), 0)
  const rest = total.count - told
  return rest >= minimum ? rest : null
}
