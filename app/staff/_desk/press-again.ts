import { env } from '@/lib/config/env'
import type { Translate } from '@/lib/i18n/translate'

/** What the button says of each form that may ask first for a fresh proof. Those that have several, for several kinds of file, are not here. */
const buttons = new Map([
  ['reveal', 'accounts.reveal.show'],
  ['glass', 'glass.submit'],
  ['erase', 'retention.act.erase'],
  ['partner', 'waysOut.partners.save'],
  ['export-open', 'exporting.go'],
  ['identity', 'accounts.identity.show'],
  ['new-code', 'agreeing.newCode.submit'],
  ['role', 'accounts.one.roleSubmit'],
  ['reset', 'accounts.one.resetSubmit'],
  ['close', 'accounts.one.closeSubmit'],
  ['open', 'accounts.one.openSubmit'],
  ['sealed-add', 'accounts.one.sealed-addSubmit'],
  ['sealed-remove', 'accounts.one.sealed-removeSubmit'],
  ['sessions', 'accounts.session.endAll'],
  ['invite', 'accounts.invite.submit'],
  ['withdraw', 'accounts.invite.withdraw'],
  ['passkey-remove', 'signIn.own.passkeys.remove'],
  ['recovery-codes', 'signIn.own.codes.make'],
  ['authenticator', 'signIn.own.authenticator.submit'],
  ['force-disconnect', 'signIn.force.unlink'],
])

/** What to do now for somebody who was asked in the middle of `form` to prove who they are: press its button again. */
export function pressAgain(form: unknown, t: Translate): string {
  const key = typeof form === 'string' ? buttons.get(form) : undefined
  if (key === undefined) return t('accounts.kept.again')
  return t('accounts.kept.press', { button: t(key, { name: env().forceSignIn?.name ?? '' }) })
}
