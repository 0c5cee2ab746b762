import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Attempt } from '@/lib/domain/audit'
import type { Actor } from '@/lib/domain/policy'

/**
 * Records that `actor` tried what they may not, or asked for a case they may not know of. A reference nobody has leaves the
 * same row after the same work, so that neither tells which it was.
 */
export async function noteRefusal(
  actor: Actor,
  reference: string,
  detail: { readonly attempted: Attempt; readonly code?: string },
): Promise<void> {
  await asActor(
    actor,
    (tx) => tx.$queryRaw`
      SELECT note_refusal(${reference}, ${now()}::timestamptz, ${JSON.stringify(detail)}::jsonb)::text`,
  )
}
