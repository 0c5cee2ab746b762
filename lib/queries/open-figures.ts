import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import type { PublishedRow } from '@/lib/domain/figures/rows'

/** What was published of cases received in the last statistics years: what anybody at all may have (decision 0056). The database gives nothing else. */
export async function openFigures(): Promise<readonly PublishedRow[]> {
  return publicDb().$queryRaw<PublishedRow[]>`
    SELECT 'received' AS measure, year, first, last, whole, "by", a, '' AS b, count FROM open_figures(${currentForce().id})`
}
