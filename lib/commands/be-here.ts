import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'

/** Somebody else who has a case open. */
export interface Companion {
  readonly name: string
  readonly writing: boolean
}

/**
 * Notes that `actor` has a case open, and is writing or not (null: as it was), for a minute; gives who else has it open. Whoever may not
 * open it leaves no trace and learns of nobody. DomainError `not-found`.
 */
export function beHere(
  actor: Actor,
  reference: string,
  writing: boolean | null,
): Promise<readonly Companion[]> {
  return asActor(actor, async (tx) => {
    const { id } = await findVisibleCase(tx, actor, reference)
    return tx.$queryRaw<Companion[]>`SELECT name, writing FROM be_here(${id}::uuid, ${writing})`
  })
}

/** `actor` has left the page of a case. DomainError `not-found`. */
export async function beGone(actor: Actor, reference: string): Promise<void> {
  await asActor(actor, async (tx) => {
    const { id } = await findVisibleCase(tx, actor, reference)
    await tx.$executeRaw`SELECT be_gone(${id}::uuid)`
  })
}
