import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** How much waits for this person on the pages of whoever answers for looking. */
interface AuditWaiting {
  readonly flags: number
  /** Broken glasses that somebody else broke. */
  readonly glass: number
  readonly sample: number
}

/** Counts what waits for `actor`, as far as it is theirs to see. DomainError `forbidden` for whoever does not answer for looking. */
export async function auditWaiting(actor: Actor): Promise<AuditWaiting> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const force = currentForce().id
  return asActor(actor, async (tx) => ({
    glass: await tx.brokenGlass.count({ where: { reviewedAt: null, NOT: { accountId: actor.id } } }),
    flags: await tx.lookingFlag.count({ where: { force, resolvedAt: null } }),
    sample: await tx.lookSample.count({ where: { force, signedAt: null } }),
  }))
}
