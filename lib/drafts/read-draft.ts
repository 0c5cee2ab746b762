import 'server-only'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import type { Draft, DraftSlot } from './draft'
import { decryptDraft } from './draft-cipher'
import { draftKeys } from './draft-keys'
import type { DraftKeys } from './draft-keys'
import { findRow } from './draft-rows'

/** A draft with what is needed to write it again. */
export interface OpenDraft {
  readonly slot: DraftSlot
  readonly keys: DraftKeys
  readonly revision: number
  readonly draft: Draft
}

/** Finds and opens the draft of a cookie. A missing, broken, foreign or expired cookie has none; it never throws. */
export async function openDraft(slot: DraftSlot, cookie: string | undefined): Promise<OpenDraft | null> {
  const keys = await draftKeys(slot, cookie)
  if (!keys) return null
  const row = await findRow(slot, keys.lookup)
  if (!row) return null
  try {
    return {
      slot,
      keys,
      revision: row.revision,
      draft: await decryptDraft(keys, row.revision, row.ciphertext),
    }
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}

/** The draft of a cookie, or null when there is none. */
export async function readDraft(slot: DraftSlot, cookie: string | undefined): Promise<Draft | null> {
  const opened = await openDraft(slot, cookie)
  return opened?.draft ?? null
}
