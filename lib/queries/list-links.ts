import 'server-only'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { indexKeys } from '@/lib/sealing/blind-index'

/** A link as its owner sees it: there is nothing in it to read. */
export interface OwnLink {
  readonly id: string
  readonly kind: string
  readonly own: boolean
  readonly declaredAt: Date
  /** The key it is hashed under is forgotten: it matches nothing any more. */
  readonly isOutdated: boolean
}

/** What somebody declared themselves, the newest first. */
export async function listLinks(actor: Actor): Promise<readonly OwnLink[]> {
  const links = await asActor(actor, (tx) =>
    tx.declaredLink.findMany({
      where: { accountId: actor.id },
      select: { id: true, kind: true, own: true, declaredAt: true, keyId: true },
      orderBy: [{ declaredAt: 'desc' }, { id: 'asc' }],
    }),
  )
  const known = indexKeys(env().KEY_DIR).map(({ id }) => id)
  return links.map(({ keyId, ...link }) => ({ ...link, isOutdated: !known.includes(keyId) }))
}
