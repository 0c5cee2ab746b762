import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { hasTimesToRead } from '@/lib/domain/contact/send-hours'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { openPlan } from '@/lib/queries/open-plan'
import type { OpenedPlan } from '@/lib/queries/open-plan'

/**
 * The plan of whoever is told that their case is closed, where they want that or are asked then whether what was agreed happened. Null where nothing
 * is new to them, or a notice may not go by itself: then no plan is opened, or nothing follows from it. DomainErrors as `openPlan`.
 */
export async function planToTellOfEnd(
  actor: Actor,
  reference: string,
  opening: OpeningReason,
): Promise<OpenedPlan | null> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ news: boolean }[]>`
      SELECT end_is_news(c.id) AS news FROM "case" c WHERE c.reference = ${reference} AND c.force = ${currentForce().id}`,
  )
  if (row?.news !== true) return null
  const held = await openPlan(actor, reference, opening)
  return held === null || hasTimesToRead(held.plan) ? null : held
}
