import 'server-only'
import { decrypt, encrypt } from '@/lib/sealing/suite'
import type { Draft } from './draft'
import type { DraftKeys } from './draft-keys'

/** Raised when the shape of a draft changes: an older draft then counts as none. */
const FORMAT = 2

function associated(keys: DraftKeys, revision: number): string {
  return ['draft', FORMAT, Buffer.from(keys.lookup).toString('hex'), revision].join('|')
}

/** A draft as its row holds it, tied to the row and to the revision. */
export async function encryptDraft(keys: DraftKeys, revision: number, draft: Draft): Promise<Uint8Array> {
  return encrypt(Buffer.from(JSON.stringify(draft), 'utf8'), associated(keys, revision), keys.key)
}

/** The draft a row holds. Throws CannotOpenError when it is not this cookie's, this row's and this revision's. */
export async function decryptDraft(keys: DraftKeys, revision: number, row: Uint8Array): Promise<Draft> {
  const text = await decrypt(row, associated(keys, revision), keys.key)
  // Only this module writes what decrypts here, so the shape is known.
  return JSON.parse(Buffer.from(text).toString('utf8')) as Draft
}
