import 'server-only'
import { planText } from '@/lib/commands/figures/plan-text'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'

/** In milliseconds: finding the months of millions of cases takes a while. */
const timeout = 600_000

/**
 * Forgets all figures, those that are published too, and has everything counted: of a demonstration alone, whose past was another until now. A worker
 * that counts meanwhile waits.
 */
export async function beginFiguresAnew(): Promise<void> {
  const { id } = currentForce()
  await ownerDb().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('alongside/figures/' || ${id}, 0))`
      await tx.figure.deleteMany({ where: { force: id } })
      await tx.figureTally.deleteMany({ where: { force: id } })
      await tx.figureMonth.deleteMany({ where: { force: id } })
      await tx.$executeRaw`SELECT rebuild_figures(${planText()}::jsonb)`
    },
    { timeout },
  )
}
