import { PasswordField } from '@/components/staff/password-field'
import { passwordWords } from '@/components/staff/sign-in-words'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { longestAddress } from '@/lib/domain/account'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** Where to go on to; the queue when null. */
  readonly back: string | null
  /** A recovery code is asked for in place of the authenticator's. */
  readonly isRecovery: boolean
  /** The address of the try before, when that was refused. */
  readonly typed: string | undefined
  readonly t: Translate
}

/** Address, password and code in one plain form. */
export function SignInForm({ back, isRecovery, typed, t }: Props) {
  return (
    <form method="post" action={`${staffPaths.signIn}/answer`} className="grid gap-4">
      {back === null ? null : <input type="hidden" name="back" value={back} />}
      {isRecovery ? <input type="hidden" name="way" value="recovery" /> : null}
      <div>
        <label className="label" htmlFor="email">
          {t('staff.signIn.email')}
        </label>
        <input
          id="email"
          name="email"
          type="email"
          className="input"
          inputMode="email"
          autoComplete="username webauthn"
          maxLength={longestAddress}
          defaultValue={typed}
          required
        />
      </div>
      <PasswordField
        id="password"
        label={t('staff.signIn.password')}
        autoComplete="current-password"
        words={passwordWords('password', t)}
      />
      <CodeField isRecovery={isRecovery} t={t} />
      <Button look="quiet" className="w-full py-2">
        {t('staff.signIn.submit')}
      </Button>
      <p className="text-sm">
        <a href={otherWay(back, isRecovery)}>
          {t(isRecovery ? 'signIn.recovery.leave' : 'signIn.recovery.use')}
        </a>
      </p>
    </form>
  )
}

function otherWay(back: string | null, isRecovery: boolean): string {
  const query = new URLSearchParams({
    ...(isRecovery ? {} : { way: 'recovery' }),
    ...(back === null ? {} : { back }),
  }).toString()
  return query === '' ? staffPaths.signIn : `${staffPaths.signIn}?${query}`
}

function CodeField({ isRecovery, t }: Pick<Props, 'isRecovery' | 't'>) {
  return (
    <div>
      <label className="label" htmlFor="code">
        {t(isRecovery ? 'signIn.recovery.label' : 'staff.signIn.code')}
      </label>
      <input
        id="code"
        name="code"
        type="text"
        className={isRecovery ? 'input font-mono' : 'input max-w-36 tracking-widest'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize={isRecovery ? 'characters' : 'none'}
        spellCheck={false}
        maxLength={isRecovery ? 100 : 40}
        aria-describedby="code-hint"
        required
      />
      <p id="code-hint" className="mt-1 text-sm text-ink-soft">
        {t(isRecovery ? 'signIn.recovery.hint' : 'staff.signIn.codeHint')}
      </p>
    </div>
  )
}
