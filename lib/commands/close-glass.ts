import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from '@/lib/queries/find-visible-case'

/** Ends `actor`'s own broken glass of a case before its hour is over. `not-found` where there is none. */
export async function closeGlass(actor: Actor, reference: string): Promise<void> {
  await asActor(actor, async (tx) => {
    const { id } = await findVisibleCase(tx, actor, reference)
    const [row] = await tx.$queryRaw<{ closed: boolean }[]>`
      SELECT close_glass(${id}::uuid, ${now()}::timestamptz) AS closed`
    if (row?.closed !== true) throw new DomainError('not-found')
  })
}
