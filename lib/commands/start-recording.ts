import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import type { Channel, Role } from '@/lib/domain/words'
import { createDraft } from '@/lib/drafts/change-draft'
import { emptyDraft } from '@/lib/drafts/draft'
import { centreOf } from '@/lib/queries/centre-of'
import { appendAudit } from './append-audit'
import { leaveDraft } from './leave'

/** Channels somebody at the desk records for others; the rest arrive by themselves. */
const recordedChannels = [
  'phone-101',
  'in-person',
  'third-party-centre',
] as const satisfies readonly Channel[]

/** The ways somebody of this role records: of a centre, their own alone. */
export function channelsOf(role: Role): readonly (typeof recordedChannels)[number][] {
  return role === 'centre-worker' ? ['third-party-centre'] : recordedChannels
}

/**
 * Starts to record for somebody who called or came in: a fresh draft, in place of the one this browser had. Gives the
 * value of its cookie. DomainErrors: `forbidden`, also for whoever is of no centre that goes on, and `invalid` for any other channel.
 */
export async function startRecording(
  actor: Actor,
  channel: string,
  earlier: string | undefined,
): Promise<string> {
  if (!mayEnter(actor.role, 'record')) throw new DomainError('forbidden')
  if (actor.role === 'centre-worker' && (await centreOf(actor)) === null) throw new DomainError('forbidden')
  const chosen = channelsOf(actor.role).find((known) => known === channel)
  if (chosen === undefined) throw new DomainError('invalid')
  await leaveDraft('record', earlier)
  const { id: actorId, role } = actor
  const entry = { actorId, role, action: 'recording-started', detail: { channel: chosen } } as const
  await asActor(actor, (tx) => appendAudit(tx, entry))
  return createDraft('record', { ...emptyDraft(chosen), recordedBy: actor.id })
}
