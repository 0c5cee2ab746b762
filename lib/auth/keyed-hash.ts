import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { env } from '@/lib/config/env'

/** What a keyed hash is for: each use has a key of its own, made from `AUTH_SECRET`. */
type Use =
  | 'throttle'
  | 'known-browser'
  | 'recovery-code'
  | 'recovery-codes-shown'
  | 'new-authenticator'
  | 'calendar-event'

/** HMAC-SHA-256 of the parts, in order and apart from each other, under the key of `use`: nobody with the table alone can test a guess. */
export function keyedHash(use: Use, ...parts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyOf(use)).update(JSON.stringify(parts)).digest())
}

function keyOf(use: Use): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', `alongside/${use}/v1`, 32))
}
