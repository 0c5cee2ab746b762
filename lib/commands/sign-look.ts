import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { readSampleOutcome } from '@/lib/domain/looking/sample'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { noteNoEntry } from './note-no-entry'

/**
 * Says what somebody found about a look of the week's sample: an outcome from the list. Once. DomainErrors: `forbidden`, which is audited,
 * for whoever does not answer for looking; `invalid`; `not-found`, also for one's own; `conflict` when somebody has by now.
 */
export async function signLook(
  actor: Actor,
  given: { readonly sampleId: string; readonly outcome: string },
): Promise<void> {
  if (!mayEnter(actor.role, 'audit')) {
    await noteNoEntry(actor, 'audit')
    throw new DomainError('forbidden')
  }
  const outcome = readSampleOutcome(given.outcome)
  if (!isUuid(given.sampleId)) throw new DomainError('not-found')
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ found: string }[]>`
      SELECT sign_look(${given.sampleId}::uuid, ${outcome}, ${now()}::timestamptz) AS found`,
  )
  if (row?.found === 'conflict') throw new DomainError('conflict')
  if (row?.found !== 'signed') throw new DomainError('not-found')
}
