import type { PasskeyWords } from '@/components/staff/passkey-button'
import type { Translate } from '@/lib/i18n/translate'

/** The two words of the button beside a password. */
export function showWords(t: Translate) {
  return { show: t('signIn.show'), hide: t('signIn.hide') }
}

/** What a passkey's button says, for each thing it is there for. */
export function passkeyWords(use: 'sign-in' | 'confirm' | 'make' | 'invitation', t: Translate): PasskeyWords {
  const said = (word: string) => t(`signIn.passkey.${word}`)
  return {
    button: said(`${use}.button`),
    hint: said(`${use}.hint`),
    working: said('working'),
    refused: said('refused'),
    cancelled: said('cancelled'),
    already: said('already'),
    away: said('away'),
    unsupported: said(`${use}.unsupported`),
    noScript: said(`${use}.noScript`),
  }
}
