import { AuthenticatorSetup, FirstCodeField } from '@/components/staff/authenticator-setup'
import { EntranceFrame } from '@/components/staff/entrance-frame'
import { messageFor, passwordProblem } from '@/components/staff/field-problem'
import type { FieldProblem } from '@/components/staff/field-problem'
import { ForceNotice } from '@/components/staff/force-notice'
import { ForceSignIn } from '@/components/staff/force-sign-in'
import { NewPasswordFields, NewPasswordProblem } from '@/components/staff/new-password-fields'
import { PasskeyButton } from '@/components/staff/passkey-button'
import { passkeyWords } from '@/components/staff/sign-in-words'
import { Button } from '@/components/ui/button'
import { groupedSecret } from '@/lib/auth/new-authenticator'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { heldInvitation, offeredAuthenticator } from './held'
import type { HeldInvitation } from './held'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Where somebody who is invited chooses how they will sign in. */
export default async function InvitationPage({ searchParams }: Props) {
  const held = await heldInvitation()
  const { problem } = await searchParams
  const t = translator('en')
  const title =
    held === null
      ? t('signIn.invitation.overTitle')
      : t('signIn.invitation.title', { name: held.invitation.name })
  return (
    <EntranceFrame
      title={title}
      page={t('signIn.invitation.pageTitle')}
      problem={problem !== undefined}
      isWide
      t={t}
    >
      {held === null ? <Over t={t} /> : <Ways held={held} problem={problem} t={t} />}
    </EntranceFrame>
  )
}

/** One page for every invitation that opens nothing, whatever the reason. */
function Over({ t }: { readonly t: Translate }) {
  return (
    <>
      <p className="mt-3">{t('signIn.invitation.over')}</p>
      <p className="mt-3">{t('signIn.invitation.overMore')}</p>
      <p className="mt-5">
        <a href={staffPaths.signIn}>{t('signIn.invitation.signIn')}</a>
      </p>
    </>
  )
}

function Ways({ held, problem, t }: { held: HeldInvitation; problem: unknown; t: Translate }) {
  const { email, role, renews } = held.invitation
  const { forceSignIn } = env()
  return (
    <>
      <p className="mt-1 mb-5">
        {renews === null
          ? t('signIn.invitation.lead', { role: t(`staff.role.${role}`), email })
          : t('signIn.invitation.renewLead', { email })}
      </p>
      <NewPasswordProblem problem={problem} title={t('signIn.invitation.problemTitle')} t={t} />
      {forceSignIn === null ? null : (
        <>
          <ForceNotice name={forceSignIn.name} problem={problem} t={t} />
          <section className="mb-7">
            <ForceSignIn
              name={forceSignIn.name}
              href={staffPaths.forceSignIn('invitation')}
              purpose="invitation"
              t={t}
            />
          </section>
        </>
      )}
      <section className="mb-7">
        <h2 className="mb-2 text-lg">{t('signIn.invitation.passkeyTitle')}</h2>
        <PasskeyButton
          kind="make"
          url={`${staffPaths.invitation}/passkey`}
          naming={{ label: t('signIn.passkey.name'), value: t('signIn.passkey.firstName') }}
          words={passkeyWords('invitation', t)}
        />
      </section>
      <PasswordWay held={held} problem={passwordProblem(problem, t)} t={t} />
    </>
  )
}

interface PasswordProps {
  readonly held: HeldInvitation
  readonly problem: FieldProblem | null
  readonly t: Translate
}

function PasswordWay({ held, problem, t }: PasswordProps) {
  const { secret, link } = offeredAuthenticator(held)
  const { email } = held.invitation
  return (
    <section className="border-t border-line pt-5">
      <h2 className="mb-2 text-lg">{t('signIn.invitation.passwordTitle')}</h2>
      <form method="post" action={`${staffPaths.invitation}/password`} className="grid gap-4">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <h3 className="font-semibold">{t('signIn.invitation.passwordStep')}</h3>
        <NewPasswordFields problem={problem} t={t} />
        <h3 className="mt-2 font-semibold">{t('signIn.invitation.authenticatorStep')}</h3>
        <AuthenticatorSetup secret={groupedSecret(secret)} link={link} email={email} t={t} />
        <FirstCodeField error={messageFor('code', problem)} t={t} />
        <Button look="quiet" className="w-full py-2">
          {t('signIn.invitation.submit')}
        </Button>
      </form>
    </section>
  )
}
