import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mostViews, readViewName } from '@/lib/domain/own-queue/saved-view'
import type { Actor } from '@/lib/domain/policy'

/**
 * Keeps a view of the queue, which is the query of its address, under a name. DomainErrors `invalid` for no name or one too long,
 * `exists` where another of theirs is called so, `too-many` beyond as many as one person keeps.
 */
export function keepView(
  actor: Actor,
  { name, query }: { readonly name: string; readonly query: string },
): Promise<void> {
  return named(actor, null, name, async (tx, data) => {
    if ((await tx.savedView.count({ where: { accountId: actor.id } })) >= mostViews)
      throw new DomainError('too-many')
    await tx.savedView.create({
      data: { id: randomUUID(), accountId: actor.id, query, madeAt: now(), ...data },
    })
  })
}

/** Calls a view of theirs something else. DomainErrors as `keepView`, and `not-found`. */
export function renameView(
  actor: Actor,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  return named(actor, id, name, async (tx, data) => {
    const { count } = await tx.savedView.updateMany({ where: { id, accountId: actor.id }, data })
    if (count === 0) throw new DomainError('not-found')
  })
}

/** Takes a view of theirs away. One that is gone is no problem. */
export async function dropView(actor: Actor, id: string): Promise<void> {
  await asActor(actor, (tx) => tx.savedView.deleteMany({ where: { id, accountId: actor.id } }))
}

/** With the name read and free, one change of theirs at a time. */
async function named(
  actor: Actor,
  self: string | null,
  typed: string,
  write: (tx: Transaction, data: { readonly name: string }) => Promise<void>,
): Promise<void> {
  const name = readViewName(typed)
  if (name === null) throw new DomainError('invalid')
  return asActor(actor, async (tx) => {
    await tx.$queryRaw`SELECT id FROM account WHERE id = ${actor.id}::uuid FOR UPDATE`
    const other = await tx.savedView.findUnique({ where: { accountId_name: { accountId: actor.id, name } } })
    if (other !== null && other.id !== self) throw new DomainError('exists')
    await write(tx, { name })
  })
}
