import { redirect } from 'next/navigation'
import { AuthenticatorSetup, FirstCodeField } from '@/components/staff/authenticator-setup'
import { messageFor, passwordProblem } from '@/components/staff/field-problem'
import { Button } from '@/components/ui/button'
import { groupedSecret } from '@/lib/auth/new-authenticator'
import { nextAuthenticator, ownFactors } from '@/lib/auth/own-factors'
import { requireSession } from '@/lib/auth/require-actor'
import { requireStepUp } from '@/lib/auth/step-up'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { OwnPage } from '../_own/own-page'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where somebody sets up an authenticator in place of the one they had, if any. */
export default async function OwnAuthenticatorPage({ searchParams }: Props) {
  const session = await requireSession()
  await requireStepUp(staffPaths.ownAuthenticator)
  const { hasAuthenticator, hasPassword, email } = await ownFactors(session)
  if (!hasPassword) redirect(staffPaths.ownPassword)
  const { secret, link } = await nextAuthenticator(session)
  const { problem, ...query } = await searchParams
  const t = translator('en')
  const title = t(`signIn.own.authenticator.${hasAuthenticator ? 'change' : 'set'}`)
  const said = problem === 'invalid' ? { ...query, problem: 'code' } : { ...query, problem }
  return (
    <OwnPage actor={session.actor} title={title} query={said} isPart>
      <form
        method="post"
        action={`${staffPaths.ownAuthenticator}/confirm`}
        className="grid max-w-[24rem] gap-4"
      >
        {hasAuthenticator ? <p>{t('signIn.own.authenticator.replace')}</p> : null}
        <AuthenticatorSetup secret={groupedSecret(secret)} link={link} email={email} t={t} />
        <FirstCodeField error={messageFor('code', passwordProblem(said.problem, t))} t={t} />
        <Button className="w-full py-2">{t('signIn.own.authenticator.submit')}</Button>
      </form>
    </OwnPage>
  )
}
