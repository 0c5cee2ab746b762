import { redirect } from 'next/navigation'
import { EntranceFrame } from '@/components/staff/entrance-frame'
import { ForceLeft, ForceNotice } from '@/components/staff/force-notice'
import { ForceSignIn } from '@/components/staff/force-sign-in'
import { PasskeyButton } from '@/components/staff/passkey-button'
import { passkeyWords } from '@/components/staff/sign-in-words'
import { currentActor } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownPath } from '@/lib/config/own-path'
import { publicPaths, staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { SignInForm } from './sign-in-form'
import { SignInNotice } from './sign-in-notice'
import { typedAddress } from './typed-address'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Sign-in of staff: a passkey, the force's own sign-in where there is one, or address, password and code in one plain form. */
export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const back = ownPath(typeof query.back === 'string' ? query.back : null)
  if ((await currentActor()) !== null) redirect(back ?? staffPaths.queue)
  const t = translator('en')
  const { forceSignIn } = env()
  const typed = await typedAddress(query.problem)
  return (
    <EntranceFrame title={t('staff.signIn.title')} problem={query.problem !== undefined} t={t}>
      <p className="mt-1 mb-5 text-ink-soft">{t('staff.signIn.lead', { force: currentForce().name })}</p>
      <SignInNotice query={query} t={t} />
      {forceSignIn === null ? null : <ForceNotice name={forceSignIn.name} problem={query.problem} t={t} />}
      {forceSignIn === null || query.done !== 'left' ? null : (
        <ForceLeft name={forceSignIn.name} href={staffPaths.forceSignOut} t={t} />
      )}
      <div className="grid gap-4">
        <PasskeyButton
          kind="use"
          url={staffPaths.passkeySignIn}
          {...(back === null ? {} : { back })}
          autofill
          words={passkeyWords('sign-in', t)}
        />
        {forceSignIn === null ? null : (
          <ForceSignIn
            name={forceSignIn.name}
            href={staffPaths.forceSignIn('sign-in', back ?? undefined)}
            purpose="sign-in"
            t={t}
          />
        )}
        <p className="flex items-center gap-3 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {t('signIn.or')}
        </p>
        <SignInForm back={back} isRecovery={query.way === 'recovery'} typed={typed} t={t} />
      </div>
      <p className="mt-5 text-sm text-ink-soft">{t('staff.signIn.shared')}</p>
      <p className="mt-2 text-sm">
        <a href={env().TIER === 'staff' ? env().PUBLIC_URL : publicPaths.home('en')}>
          {t('staff.signIn.public')}
        </a>
      </p>
    </EntranceFrame>
  )
}
