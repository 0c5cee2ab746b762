import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** How many of those who may search declared a number and an address as their own. */
interface DeclaredShare {
  readonly declared: number
  readonly among: number
}

/**
 * What the rules can know of whose a searched term is: what nobody declared is marked in no search. Two numbers, and never who. DomainError
 * `forbidden` for whoever does not answer for looking.
 */
export async function declaredShare(actor: Actor): Promise<DeclaredShare> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const [share] = await asActor(
    actor,
    (tx) => tx.$queryRaw<DeclaredShare[]>`SELECT declared, among FROM declared_share()`,
  )
  return share ?? { declared: 0, among: 0 }
}
