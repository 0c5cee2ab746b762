import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/lib/config/env'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

/** Encrypts an authenticator secret for one account, so that a copy of the table makes no codes. */
export function sealTotpSecret(accountId: string, secret: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, key(), nonce).setAAD(Buffer.from(accountId))
  const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

/** The secret `sealTotpSecret` was given. Throws when the row is not this account's or was changed. */
export function openTotpSecret(accountId: string, sealed: Uint8Array): string {
  const nonce = sealed.subarray(0, nonceLength)
  // Without its length said, a tag cut to four bytes would be checked as four bytes.
  const decipher = createDecipheriv(algorithm, key(), nonce, { authTagLength: tagLength }).setAAD(
    Buffer.from(accountId),
  )
  decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
  const body = sealed.subarray(nonceLength + tagLength)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', 'alongside/totp-secret/v1', 32))
}
