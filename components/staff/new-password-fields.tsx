import { PasswordField } from '@/components/staff/password-field'
import { showWords } from '@/components/staff/sign-in-words'
import type { Translate } from '@/lib/i18n/translate'

/** A new password, twice: not every browser can show what was typed. */
export function NewPasswordFields({ t }: { readonly t: Translate }) {
  const words = showWords(t)
  return (
    <>
      <p id="password-hint" className="text-sm text-ink-soft">
        {t('signIn.newPassword.hint')}
      </p>
      <PasswordField
        id="password"
        label={t('signIn.newPassword.label')}
        autoComplete="new-password"
        describedBy="password-hint"
        words={words}
      />
      <PasswordField
        id="again"
        label={t('signIn.newPassword.again')}
        autoComplete="new-password"
        words={words}
      />
    </>
  )
}

/** What was wrong with it, or with the code that went with it; nothing for any other problem. */
export function NewPasswordProblem({ problem, t }: { readonly problem: unknown; readonly t: Translate }) {
  if (typeof problem !== 'string') return null
  const keys = [`signIn.newPassword.problem.${problem}`, `staff.problem.${problem}`]
  const key = keys.find((known) => t.has(known))
  if (key === undefined || problem === 'title') return null
  return (
    <div id="problem" role="alert" className="notice tone-danger mb-5">
      <p className="font-semibold">{t(key)}</p>
    </div>
  )
}
