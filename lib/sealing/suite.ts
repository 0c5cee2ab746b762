import 'server-only'
import { CannotOpenError } from './cannot-open-error'
import { pad, unpad } from './padding'
import { loadSodium } from './sodium'

/** Suite 1: XChaCha20-Poly1305 with 32-byte keys, keys sealed with crypto_box_seal (X25519, XSalsa20-Poly1305). */
export const SUITE = 1
export const KEY_BYTES = 32
const NONCE_BYTES = 24

/** What an encrypted field is tied to: moved anywhere else it no longer opens. */
export interface FieldContext {
  readonly force: string
  readonly table: string
  readonly id: string
  readonly field: string
  readonly version: number
}

/** The associated data of a field. Parts are escaped, so that no two contexts read the same. */
export function associatedData(context: FieldContext): string {
  const { force, table, id, field, version } = context
  return [SUITE, force, table, id, field, version].map((part) => encodeURIComponent(part)).join('|')
}

/** Pads and encrypts `text`. Gives suite byte, nonce and ciphertext in one piece. */
export async function encrypt(text: Uint8Array, associated: string, key: Uint8Array): Promise<Uint8Array> {
  const sodium = await loadSodium()
  const nonce = sodium.randombytes_buf(NONCE_BYTES)
  const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(pad(text), associated, null, nonce, key)
  const blob = new Uint8Array(1 + NONCE_BYTES + body.length)
  blob[0] = SUITE
  blob.set(nonce, 1)
  blob.set(body, 1 + NONCE_BYTES)
  return blob
}

/** The text that `encrypt` was given. Throws CannotOpenError for anything but the same bytes, context and key. */
export async function decrypt(blob: Uint8Array, associated: string, key: Uint8Array): Promise<Uint8Array> {
  const sodium = await loadSodium()
  if (blob[0] !== SUITE) throw new CannotOpenError()
  const nonce = blob.subarray(1, 1 + NONCE_BYTES)
  const body = blob.subarray(1 + NONCE_BYTES)
  let padded: Uint8Array
  try {
    padded = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, associated, nonce, key)
  } catch {
    throw new CannotOpenError()
  }
  return unpad(padded)
}
