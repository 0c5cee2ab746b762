import 'server-only'
import { translator } from '@/lib/i18n/translate'

const longest = 60

/** What a passkey is to be called: what was typed, on one line and not too long, or a word for any. */
export function passkeyName(typed: unknown): string {
  const text = typeof typed === 'string' ? typed : ''
  const plain = Array.from(
    text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .trim(),
  )
  return plain.slice(0, longest).join('').trim() || translator('en')('signIn.passkey.firstName')
}
