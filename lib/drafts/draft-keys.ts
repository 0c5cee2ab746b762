import 'server-only'
import { createHash } from 'node:crypto'
import { loadSodium } from '@/lib/sealing/sodium'
import { KEY_BYTES } from '@/lib/sealing/suite'
import type { DraftSlot } from './draft'

const COOKIE = /^[A-Za-z0-9_-]{43}$/

/** What a cookie's 256 bits become. */
export interface DraftKeys {
  /** SHA-256 of the half that finds the row: the row tells nothing about the cookie. */
  readonly lookup: Uint8Array
  /** Opens the row. It exists only while a request with the cookie is served. */
  readonly key: Uint8Array
}

/** The keys of a cookie's value for one slot, by BLAKE2b. Null when the value is not one we make. */
export async function draftKeys(slot: DraftSlot, cookie: string | undefined): Promise<DraftKeys | null> {
  if (cookie === undefined || !COOKIE.test(cookie)) return null
  const sodium = await loadSodium()
  const secret = Buffer.from(cookie, 'base64url')
  const derived = sodium.crypto_generichash(2 * KEY_BYTES, `alongside|draft|1|${slot}`, secret)
  const lookup = createHash('sha256').update(derived.subarray(0, KEY_BYTES)).digest()
  return { lookup, key: derived.subarray(KEY_BYTES) }
}
