import 'server-only'
import type { Draft } from '@/lib/drafts/draft'
import { encryptDraft } from '@/lib/drafts/draft-cipher'
import { expiry } from '@/lib/drafts/draft-rows'
import type { OpenDraft } from '@/lib/drafts/read-draft'
import type { SealedBoxRow } from '@/lib/sealing/box'
import type { ReturnCodeRow } from '@/lib/sealing/return-code-keys'

/** The rows that the database's intake functions take, as JSON they can read. */
type Row = Readonly<Record<string, unknown>>

function bytea(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`
}

/** A sealed box with its fields and wraps. */
export function boxRow(box: SealedBoxRow, createdAt: Date): Row {
  return {
    id: box.id,
    purpose: box.purpose,
    suite: box.suite,
    created_at: createdAt.toISOString(),
    fields: box.fields.map((field) => ({ ...field, ciphertext: bytea(field.ciphertext) })),
    wraps: box.wraps.map(({ keyId, wrap }) => ({ key_id: keyId, wrap: bytea(wrap) })),
  }
}

/** A return code's row. */
export function returnCodeValues(row: ReturnCodeRow): Row {
  return {
    lookup: bytea(row.lookup),
    reporter_public_key: bytea(row.reporterPublicKey),
    wrapped_private_key: bytea(row.wrappedPrivateKey),
  }
}

/** The hash of a submission token. */
export function hashValue(hash: Uint8Array): string {
  return bytea(hash)
}

/** The draft that replaces the one a submission was made from, if nobody has changed that one. */
export async function draftRow(opened: OpenDraft, draft: Draft): Promise<Row> {
  const { keys, revision } = opened
  return {
    lookup: bytea(keys.lookup),
    revision,
    ciphertext: bytea(await encryptDraft(keys, revision + 1, draft)),
    expires_at: expiry().toISOString(),
  }
}
