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

/** So many links are one person's and those close to them; more would be a way to try numbers out. */
const mostLinks = 40

/**
 * Declares somebody the actor knows, or themselves, so that cases of theirs are kept from the actor. What was typed is hashed and
 * forgotten. DomainError: `invalid` for what is not whole or is one too many, `exists` where it is there.
 */
export async function declareLink(actor: Actor, typed: TypedLink): Promise<void> {
  const link = readLink(typed)
  const [key] = indexKeys(env().KEY_DIR)
  const hashes = await hashesOf(key, link)
  await asActor(actor, async (tx) => {
    const own = await tx.declaredLink.findMany({ where: { accountId: actor.id }, select: { hash: true } })
    if (own.some(({ hash }) => Buffer.compare(hash, hashes.hash) === 0)) throw new DomainError('exists')
    if (own.length >= mostLinks) throw new DomainError('invalid')
    await tx.declaredLink.create({
      data: {
        ...{ id: randomUUID(), accountId: actor.id, kind: link.kind, keyId: key.id, declaredAt: now() },
        ...hashes,
      },
    })
    const by = { actorId: actor.id, role: actor.role }
    await appendAudit(tx, { ...by, action: 'link-declared', detail: { link: link.kind } })
  })
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
  if (link.kind !== 'person') return { hash: await blindHash(key, link.kind, link.normal), surnameHash: null }
  return {
    hash: await blindHash(key, 'person', personKey(link.surname, link.postcode)),
    surnameHash: await blindHash(key, 'surname', link.surname),
  }
}
