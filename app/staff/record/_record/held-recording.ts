import 'server-only'
import { heldDraft } from '@/app/_form/draft-cookie'
import type { Actor } from '@/lib/domain/policy'
import type { Draft } from '@/lib/drafts/draft'

/** What `actor` is recording in this browser. Null when nothing is, or when somebody else at this desk began it. */
export async function heldRecording(actor: Pick<Actor, 'id'>): Promise<Draft | null> {
  const draft = await heldDraft('record')
  return draft?.recordedBy === actor.id ? draft : null
}
