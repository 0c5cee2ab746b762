import { messageFor, passwordProblem } from '@/components/staff/field-problem'
import type { FieldProblem } from '@/components/staff/field-problem'
import { PasswordField } from '@/components/staff/password-field'
import { passwordWords } from '@/components/staff/sign-in-words'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly problem: FieldProblem | null
  readonly t: Translate
}

/** A new password, twice: not every browser can show what was typed. */
export function NewPasswordFields({ problem, t }: Props) {
  return (
    <>
      <PasswordField
        id="password"
        label={t('signIn.newPassword.label')}
        hint={t('signIn.newPassword.hint')}
        error={messageFor('password', problem)}
        autoComplete="new-password"
        words={passwordWords('password', t)}
      />
      <PasswordField
        id="again"
        label={t('signIn.newPassword.again')}
        error={messageFor('again', problem)}
        autoComplete="new-password"
        words={passwordWords('repeated', t)}
      />
    </>
  )
}

interface ProblemProps {
  /** As the address of the page has it: anything may be there. */
  readonly problem: unknown
  readonly title: string
  readonly t: Translate
}

/** What was wrong with it, or with what goes with it, and the way to the field; nothing for any other problem. */
export function NewPasswordProblem({ problem, title, t }: ProblemProps) {
  const found = passwordProblem(problem, t)
  if (found !== null) {
    const { field, message } = found
    return <ErrorSummary title={title} items={[{ target: field, message }]} attempt={0} />
  }
  if (typeof problem !== 'string' || problem === 'title') return null
  const keys = [`signIn.newPassword.problem.${problem}`, `staff.problem.${problem}`]
  const key = keys.find((known) => t.has(known))
  if (key === undefined) return null
  return (
    <div id="problem" role="alert" className="notice tone-danger mb-5">
      <p className="font-semibold">{t(key)}</p>
    </div>
  )
}
