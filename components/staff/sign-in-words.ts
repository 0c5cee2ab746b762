import type { PasskeyWords } from '@/components/staff/passkey-button'
import type { PasswordWords } from '@/components/staff/password-field'
import type { Translate } from '@/lib/i18n/translate'

/** The words around a field of a password: of the button beside it, and before what is wrong with it. */
export function passwordWords(which: 'password' | 'current' | 'repeated', t: Translate): PasswordWords {
  return {
    show: t('signIn.show'),
    hide: t('signIn.hide'),
    shown: t(`signIn.shown.${which}`),
    errorPrefix: t('signIn.errorPrefix'),
  }
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
