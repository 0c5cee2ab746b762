import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { returnTable, rowsOfReturn } from '@/lib/domain/figures/return-table'
import type { ReturnRow } from '@/lib/domain/figures/return-table'
import { toldFigures } from '@/lib/domain/figures/told-figures'
import type { Actor } from '@/lib/domain/policy'
import { publishedFigures } from './published-figures'

/** The table of one statistics year in the shape of the return to the Home Office, of what is published. `forbidden` as `publishedFigures`. */
export async function answerReturn(actor: Actor, year: number): Promise<readonly ReturnRow[]> {
  const force = currentForce()
  const rows = await publishedFigures(actor, [year, year], [{ measure: 'received', by: rowsOfReturn(force) }])
  return returnTable(year, toldFigures(rows, force.statistics), force)
}
