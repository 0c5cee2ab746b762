import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { readResolution } from '@/lib/domain/looking/resolution'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { noteNoEntry } from './note-no-entry'

/**
 * Says what came of a flag: an outcome and a reason from the lists. Once. DomainErrors: `forbidden`, which is audited, for whoever does not
 * answer for looking; `invalid`; `not-found`, also for a flag about oneself; `conflict` when somebody has by now.
 */
export async function resolveFlag(
  actor: Actor,
  given: { readonly flagId: string; readonly outcome: string; readonly reason: string },
): Promise<void> {
  if (!mayEnter(actor.role, 'audit')) {
    await noteNoEntry(actor, 'audit')
    throw new DomainError('forbidden')
  }
  const { outcome, reason } = readResolution(given.outcome, given.reason)
  if (!isUuid(given.flagId)) throw new DomainError('not-found')
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ found: string }[]>`
      SELECT resolve_looking_flag(${given.flagId}::uuid, ${outcome}, ${reason}, ${now()}::timestamptz) AS found`,
  )
  if (row?.found === 'conflict') throw new DomainError('conflict')
  if (row?.found !== 'resolved') throw new DomainError('not-found')
}
