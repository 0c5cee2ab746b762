import 'server-only'
import { randomBytes } from 'node:crypto'
import { KEY_BYTES } from '@/lib/sealing/suite'
import type { Draft, DraftSlot } from './draft'
import { encryptDraft } from './draft-cipher'
import { draftKeys } from './draft-keys'
import { insertRow, replaceRow } from './draft-rows'
import { openDraft } from './read-draft'
import type { OpenDraft } from './read-draft'

/** With every failed try somebody else succeeded, so this many writers of one draft can all get through. */
const TRIES = 100

/** A changed draft and what the caller wants to know about the change. */
export interface Change<T> {
  readonly draft: Draft
  readonly result: T
}

/** Makes a draft and gives the value of its cookie. */
export async function createDraft(slot: DraftSlot, draft: Draft): Promise<string> {
  const cookie = randomBytes(KEY_BYTES).toString('base64url')
  const keys = await draftKeys(slot, cookie)
  if (!keys) throw new Error('A new cookie must have keys.')
  await insertRow(slot, keys.lookup, await encryptDraft(keys, 1, draft))
  return cookie
}

/** Writes `draft` over the one that was opened; false when somebody changed it in between. */
export async function replaceDraft(opened: OpenDraft, draft: Draft): Promise<boolean> {
  const { slot, keys, revision } = opened
  return replaceRow(slot, keys.lookup, revision, await encryptDraft(keys, revision + 1, draft))
}

/**
 * Applies `change` to the draft of a cookie, again on the newest draft when another tab was quicker, so that neither
 * tab's words are lost. Nothing is written when the same draft comes back. Null when there is no draft.
 */
export async function reviseDraft<T>(
  slot: DraftSlot,
  cookie: string | undefined,
  change: (draft: Draft) => Change<T> | Promise<Change<T>>,
): Promise<Change<T> | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const opened = await openDraft(slot, cookie)
    if (!opened) return null
    const changed = await change(opened.draft)
    if (changed.draft === opened.draft || (await replaceDraft(opened, changed.draft))) return changed
  }
  throw new Error('A draft changed too often to be written.')
}

/** As `reviseDraft`, for callers that only want the changed draft. */
export async function changeDraft(
  slot: DraftSlot,
  cookie: string | undefined,
  change: (draft: Draft) => Draft,
): Promise<Draft | null> {
  const changed = await reviseDraft(slot, cookie, (draft) => ({ draft: change(draft), result: null }))
  return changed?.draft ?? null
}

/** As `reviseDraft`, starting from `fresh` when there is no draft. Gives the cookie's value to set as well. */
export async function reviseOrCreateDraft<T>(
  slot: DraftSlot,
  cookie: string | undefined,
  fresh: Draft,
  change: (draft: Draft) => Change<T> | Promise<Change<T>>,
): Promise<Change<T> & { readonly cookie: string }> {
  const changed = await reviseDraft(slot, cookie, change)
  if (changed && cookie !== undefined) return { ...changed, cookie }
  const first = await change(fresh)
  return { ...first, cookie: await createDraft(slot, first.draft) }
}
