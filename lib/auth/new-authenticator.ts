import 'server-only'
import { now } from '@/lib/adapters/clock'
import { keyedHash } from './keyed-hash'
import { acceptedStep } from './totp'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const symbols = 32

/** An authenticator to be set up: its secret, and the address an app reads it from. */
export interface NewAuthenticator {
  readonly secret: string
  /** Opens an authenticator app where there is one on this device. */
  readonly link: string
}

/**
 * The secret of an authenticator that is being set up, 160 bits. It is made again from what only this browser and the server
 * know (`seed`), so that it is stored nowhere until a code shows that it has arrived.
 */
export function newAuthenticator(email: string, ...seed: readonly string[]): NewAuthenticator {
  const bytes = keyedHash('new-authenticator', email, ...seed)
  const secret = Array.from(bytes.subarray(0, symbols), (byte) => base32.charAt(byte & 31)).join('')
  const label = encodeURIComponent(`Alongside:${email}`)
  return { secret, link: `otpauth://totp/${label}?secret=${secret}&issuer=Alongside` }
}

/** The secret in fours, as people type it into an app. */
export function groupedSecret(secret: string): string {
  return secret.match(/.{1,4}/gu)?.join(' ') ?? ''
}

/** The time step of the code that shows that the authenticator works, or null. Store the step: the code has been used. */
export function confirmedStep({ secret }: NewAuthenticator, code: string): number | null {
  return acceptedStep(secret, code, 0, now())
}
