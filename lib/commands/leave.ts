import 'server-only'
import type { DraftSlot } from '@/lib/drafts/draft'
import { draftKeys } from '@/lib/drafts/draft-keys'
import { deleteRow } from '@/lib/drafts/draft-rows'

/** Deletes the draft of a cookie, if it has one. The caller clears the cookie. */
export async function leaveDraft(slot: DraftSlot, cookie: string | undefined): Promise<void> {
  const keys = await draftKeys(slot, cookie)
  if (keys) await deleteRow(slot, keys.lookup)
}
