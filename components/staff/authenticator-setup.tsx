import { describedBy } from '@/components/staff/field-problem'
import { FieldError } from '@/components/ui/field-text'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** In groups, as people type it. */
  readonly secret: string
  readonly link: string
  readonly email: string
  readonly t: Translate
}

/** How to get an authenticator's key into an app: by a link on this device, or typed. */
export function AuthenticatorSetup({ secret, link, email, t }: Props) {
  return (
    <div className="grid gap-2">
      <p>{t('signIn.authenticator.lead')}</p>
      <p>
        <a href={link}>{t('signIn.authenticator.open')}</a>
      </p>
      <p>{t('signIn.authenticator.type')}</p>
      <dl className="card grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        <dt className="text-ink-soft">{t('signIn.authenticator.account')}</dt>
        <dd className="break-all">{email}</dd>
        <dt className="text-ink-soft">{t('signIn.authenticator.key')}</dt>
        <dd id="authenticator-key" className="font-mono font-semibold">
          {secret}
        </dd>
      </dl>
    </div>
  )
}

/** The code that shows that the app is set up. */
export function FirstCodeField({ error, t }: { readonly error: string | undefined; readonly t: Translate }) {
  return (
    <div>
      <label className="label" htmlFor="code">
        {t('signIn.authenticator.code')}
      </label>
      {error === undefined ? null : (
        <FieldError id="code-error" prefix={t('signIn.errorPrefix')}>
          {error}
        </FieldError>
      )}
      <input
        id="code"
        name="code"
        className="input max-w-36 tracking-widest"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        aria-describedby={describedBy('code', { hint: true, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
        required
      />
      <p id="code-hint" className="mt-1 text-sm text-ink-soft">
        {t('signIn.authenticator.codeHint')}
      </p>
    </div>
  )
}
