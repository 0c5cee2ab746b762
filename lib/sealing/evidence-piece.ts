import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { CannotOpenError } from './cannot-open-error'
import { loadSodium } from './sodium'
import { KEY_BYTES, SUITE, associatedData } from './suite'

const NONCE_BYTES = 24

/** Which piece of which file: moved to another place or file it does not open. */
interface PiecePlace {
  readonly fileId: string
  /** From 0. */
  readonly at: number
}

/** A new key for one file. */
export async function newFileKey(): Promise<Uint8Array> {
  const sodium = await loadSodium()
  return sodium.randombytes_buf(KEY_BYTES)
}

/** A piece of a file as it lies in the database: suite byte, nonce and ciphertext. Its length is no secret, so it is not padded. */
export async function sealPiece(place: PiecePlace, bytes: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  const sodium = await loadSodium()
  const nonce = sodium.randombytes_buf(NONCE_BYTES)
  const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes, associated(place), null, nonce, key)
  const sealed = new Uint8Array(1 + NONCE_BYTES + body.length)
  sealed[0] = SUITE
  sealed.set(nonce, 1)
  sealed.set(body, 1 + NONCE_BYTES)
  return sealed
}

/** The bytes of a piece. Throws CannotOpenError for anything but the same piece at its place with its key. */
export async function openPiece(place: PiecePlace, sealed: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  const sodium = await loadSodium()
  if (sealed[0] !== SUITE) throw new CannotOpenError()
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(1 + NONCE_BYTES),
      associated(place),
      nonce,
      key,
    )
  } catch {
    throw new CannotOpenError()
  }
}

function associated({ fileId, at }: PiecePlace): string {
  const force = currentForce().id
  return associatedData({ force, table: 'evidence_piece', id: fileId, field: String(at), version: 1 })
}
