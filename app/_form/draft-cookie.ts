import 'server-only'
import { cookies } from 'next/headers'
import { draftCookie } from '@/lib/drafts/cookie'
import { readDraft } from '@/lib/drafts/read-draft'
import type { Draft, DraftSlot } from '@/lib/drafts/draft'

/** No key: it opens nothing, and tells only that there was something to delete. */
const deletedMark = 'deleted'
/** Long enough for the next page; whoever sits down there later is told nothing of it. In seconds. */
const markAge = 60

/** The value of a draft's cookie in this request. */
export async function draftKey(slot: DraftSlot): Promise<string | undefined> {
  return (await cookies()).get(draftCookie(slot).name)?.value
}

/** The draft of this request's browser; null when there is none. */
export async function heldDraft(slot: DraftSlot): Promise<Draft | null> {
  return readDraft(slot, await draftKey(slot))
}

/** Gives the browser the key of its draft, until it closes. For Route Handlers. */
export async function giveDraftKey(slot: DraftSlot, value: string): Promise<void> {
  const { name, options } = draftCookie(slot)
  ;(await cookies()).set(name, value, options)
}

/** Takes the key from the browser. For Route Handlers. */
export async function takeDraftKey(slot: DraftSlot): Promise<void> {
  const { name, options } = draftCookie(slot)
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/**
 * Takes the key from the browser, and leaves in its place that its draft was deleted a moment ago: whatever is begun next
 * takes that place. For Route Handlers.
 */
export async function markDraftDeleted(slot: DraftSlot): Promise<void> {
  const { name, options } = draftCookie(slot)
  ;(await cookies()).set(name, deletedMark, { ...options, maxAge: markAge })
}

/** Whether a draft of this browser was deleted a moment ago, and none was begun since. */
export async function isDraftJustDeleted(slot: DraftSlot): Promise<boolean> {
  return (await draftKey(slot)) === deletedMark
}
