import { AuthenticatorSetup, FirstCodeField } from '@/components/staff/authenticator-setup'
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
  return (
    <div className="grid min-h-dvh place-items-center bg-paper-2 px-4 py-8">
      <main className="w-full max-w-[32rem] rounded-lg border border-line bg-paper px-6 py-7">
        <p className="mb-4 font-bold text-brand">{t('staff.product')}</p>
        {held === null ? <Over t={t} /> : <Ways held={held} problem={problem} t={t} />}
      </main>
    </div>
  )
}

/** One page for every invitation that opens nothing, whatever the reason. */
function Over({ t }: { readonly t: Translate }) {
  return (
    <>
      <h1 className="text-xl">{t('signIn.invitation.overTitle')}</h1>
      <p className="mt-3">{t('signIn.invitation.over')}</p>
      <p className="mt-3">{t('signIn.invitation.overMore')}</p>
      <p className="mt-5">
        <a href={staffPaths.signIn}>{t('signIn.invitation.signIn')}</a>
      </p>
    </>
  )
}

function Ways({ held, problem, t }: { held: HeldInvitation; problem: unknown; t: Translate }) {
  const { email, name, role, renews } = held.invitation
  const { forceSignIn } = env()
  return (
    <>
      <h1 className="text-xl">{t('signIn.invitation.title', { name })}</h1>
      <p className="mt-1 mb-5">
        {renews === null
          ? t('signIn.invitation.lead', { role: t(`staff.role.${role}`), email })
          : t('signIn.invitation.renewLead', { email })}
      </p>
      <NewPasswordProblem problem={problem} t={t} />
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
      <PasswordWay held={held} t={t} />
    </>
  )
}

function PasswordWay({ held, t }: { readonly held: HeldInvitation; readonly t: Translate }) {
  const { secret, link } = offeredAuthenticator(held)
  const { email } = held.invitation
  return (
    <section className="border-t border-line pt-5">
      <h2 className="mb-2 text-lg">{t('signIn.invitation.passwordTitle')}</h2>
      <form method="post" action={`${staffPaths.invitation}/password`} className="grid gap-4">
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <h3 className="font-semibold">{t('signIn.invitation.passwordStep')}</h3>
        <NewPasswordFields t={t} />
        <h3 className="mt-2 font-semibold">{t('signIn.invitation.authenticatorStep')}</h3>
        <AuthenticatorSetup secret={groupedSecret(secret)} link={link} email={email} t={t} />
        <FirstCodeField t={t} />
        <Button className="py-2">{t('signIn.invitation.submit')}</Button>
      </form>
    </section>
  )
}
