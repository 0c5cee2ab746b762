import 'server-only'
import { refreshFigures } from '@/lib/commands/figures/count-figures'
import { planText } from '@/lib/commands/figures/plan-text'
import { ownerDb } from '@/lib/db/owner'

/** So many months of a measure are counted before it is said how far it is. */
const step = 60

/** Counts all figures anew but those that are frozen. `progress` is told how many months of a measure are still to do. Gives how many there were. */
export async function rebuildFigures(progress: (waiting: number) => void): Promise<number> {
  const [row] = await ownerDb().$queryRaw<{ found: number }[]>`
    SELECT rebuild_figures(${planText()}::jsonb) AS found`
  await countWaiting(progress)
  return row?.found ?? 0
}

/** Counts what waits to be counted. */
export async function countWaiting(progress: (waiting: number) => void): Promise<void> {
  for (;;) {
    const { waiting } = await refreshFigures(step)
    if (waiting === 0) return
    progress(waiting)
  }
}
