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
 * Notes that `actor` has a case open on a page of theirs (0 while it is made, a number up to 999 once it says so itself), and is writing there
 * or not, for a minute; gives who else has it open. Whoever may
 * not open it, or has not said why they do, leaves no trace and learns of nobody. DomainError `not-found`.
 */
export function beHere(
  actor: Actor,
  reference: string,
  page: number,
  writing: boolean,
): Promise<readonly Companion[]> {
  return asActor(actor, async (tx) => {
    const { id } = await findVisibleCase(tx, actor, reference)
    return tx.$queryRaw<
      Companion[]
    >`SELECT name, writing FROM be_here(${id}::uuid, ${page}::smallint, ${writing})`
  })
}

/** `actor` has left this page of a case. Others of theirs stay. DomainError `not-found`. */
export async function beGone(actor: Actor, reference: string, page: number): Promise<void> {
  await asActor(actor, async (tx) => {
    const { id } = await findVisibleCase(tx, actor, reference)
    await tx.$executeRaw`SELECT be_gone(${id}::uuid, ${page}::smallint)`
  })
}
