import { messageFor, passwordProblem } from '@/components/staff/field-problem'
import { NewPasswordFields } from '@/components/staff/new-password-fields'
import { PasswordField } from '@/components/staff/password-field'
import { passwordWords } from '@/components/staff/sign-in-words'
import { Button } from '@/components/ui/button'
import { ownFactors } from '@/lib/auth/own-factors'
import { requireSession } from '@/lib/auth/require-actor'
import { requireStepUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { OwnPage } from '../_own/own-page'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where somebody changes their password, or sets a first one. */
export default async function OwnPasswordPage({ searchParams }: Props) {
  const session = await requireSession()
  await requireStepUp(staffPaths.ownPassword)
  const { hasPassword, email } = await ownFactors(session)
  const t = translator('en')
  const query = await searchParams
  const problem = passwordProblem(query.problem, t)
  const title = t(`signIn.own.password.${hasPassword ? 'change' : 'set'}`)
  return (
    <OwnPage actor={session.actor} title={title} query={query} isPart>
      <form method="post" action={`${staffPaths.ownPassword}/change`} className="grid max-w-[24rem] gap-4">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {hasPassword ? (
          <PasswordField
            id="current"
            label={t('signIn.own.password.current')}
            autoComplete="current-password"
            error={messageFor('current', problem)}
            words={passwordWords('current', t)}
          />
        ) : null}
        <NewPasswordFields problem={problem} t={t} />
        <Button className="w-full py-2">{title}</Button>
      </form>
    </OwnPage>
  )
}
