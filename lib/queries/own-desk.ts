import 'server-only'
import { z } from 'zod'
import { asActor } from '@/lib/db/client'
import { savedView } from '@/lib/domain/own-queue/saved-view'
import type { Actor } from '@/lib/domain/policy'

const own = z.object({ keys: z.boolean(), views: z.array(savedView) })
export type OwnDesk = z.infer<typeof own>

/** What somebody has set the desk to: whether single keys act for them, and their views of the queue by name. */
export async function ownDesk(actor: Actor): Promise<OwnDesk> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<[{ own: unknown }]>`
      SELECT json_build_object('keys', a.keys, 'views', coalesce((
        SELECT json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query) ORDER BY lower(v.name), v.name)
          FROM saved_view v WHERE v.account_id = a.id
      ), '[]')) AS own FROM account a WHERE a.id = ${actor.id}::uuid`,
  )
  return own.parse(row.own)
}
