import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { asActor } from '@/lib/db/client'
import { readLink } from '@/lib/domain/declared-link'
import type { ReadLink, TypedLink } from '@/lib/domain/declared-link'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { personKey } from '@/lib/queries/link-matches'
import { blindHash, indexKeys } from '@/lib/sealing/blind-index'
import type { IndexKey } from '@/lib/sealing/blind-index'
import { appendAudit } from './append-audit'

/**
 * Declares somebody the actor knows, or themselves, so that cases of theirs are kept from the actor. What was typed is hashed and
 * forgotten. DomainError: `invalid` for what is not whole, `exists` where it is there, and `too-many` after 10 on one day or 40 in a year,
 * whatever became of those.
 */
export async function declareLink(actor: Actor, typed: TypedLink): Promise<void> {
  const link = readLink(typed)
  const [key] = indexKeys(env().KEY_DIR)
  const hashes = await hashesOf(key, link)
  const outcome = await asActor(actor, async (tx) => {
    const { hash, surnameHash, postcodeHash } = hashes
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT declare_link(${randomUUID()}::uuid, ${link.kind}, ${key.id}, ${hash}::bytea, ${surnameHash}::bytea,
        ${postcodeHash}::bytea, ${link.own}::boolean, ${now()}::timestamptz) AS outcome`
    return row?.outcome
  })
  if (outcome === 'exists' || outcome === 'too-many') throw new DomainError(outcome)
}

/** Removes a link of the actor's own. `not-found` for every other. Cases that were kept from them stay so. */
export async function removeLink(actor: Actor, id: string): Promise<void> {
  if (!isUuid(id)) throw new DomainError('not-found')
  await asActor(actor, async (tx) => {
    const found = await tx.declaredLink.findUnique({ where: { id }, select: { kind: true } })
    if (found === null) throw new DomainError('not-found')
    await tx.declaredLink.deleteMany({ where: { id, accountId: actor.id } })
    const by = { actorId: actor.id, role: actor.role }
    await appendAudit(tx, { ...by, action: 'link-removed', detail: { link: found.kind } })
  })
}

async function hashesOf(key: IndexKey, link: ReadLink) {
  if (link.kind !== 'person')
    return { hash: await blindHash(key, link.kind, link.normal), surnameHash: null, postcodeHash: null }
  return {
    hash: await blindHash(key, 'person', personKey(link.surname, link.postcode)),
    surnameHash: await blindHash(key, 'surname', link.surname),
    postcodeHash: await blindHash(key, 'declared-postcode', link.postcode),
  }
}
