import 'server-only'
import { cookies } from 'next/headers'
import { draftCookie } from '@/lib/drafts/cookie'
import { readDraft } from '@/lib/drafts/read-draft'
import type { Draft, DraftSlot } from '@/lib/drafts/draft'

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
