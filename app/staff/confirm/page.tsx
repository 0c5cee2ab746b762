import { ForceNotice } from '@/components/staff/force-notice'
import { ForceSignIn } from '@/components/staff/force-sign-in'
import { PasskeyButton } from '@/components/staff/passkey-button'
import { passkeyWords } from '@/components/staff/sign-in-words'
import { Button } from '@/components/ui/button'
import { linkedSince } from '@/lib/auth/force-sign-in/identities'
import { ownFactors } from '@/lib/auth/own-factors'
import { requireSession } from '@/lib/auth/require-actor'
import { env } from '@/lib/config/env'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { sessionNotice } from '../_desk/session-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const fields = [
  {
    name: 'password',
    type: 'password',
    autoComplete: 'current-password',
    maxLength: 600,
    className: 'input',
  },
  {
    name: 'code',
    type: 'text',
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
    maxLength: 40,
    className: 'input max-w-36 tracking-widest',
    'aria-describedby': 'code-hint',
  },
] as const

const wordsOf = (problem: string | readonly string[]) =>
  problem === 'busy' ? 'signIn.newPassword.problem.busy' : 'accounts.confirm.wrong'

/** Where somebody who is signed in proves again who they are, before what needs a fresh proof. */
export default async function ConfirmPage({ searchParams }: Props) {
  const session = await requireSession()
  const { actor } = session
  const { back: given, problem } = await searchParams
  const back = ownPath(typeof given === 'string' ? given : null) ?? staffPaths.queue
  const t = translator('en')
  const { passkeys, hasPassword } = await ownFactors(session)
  const force = (await linkedSince(actor.id)) === null ? null : env().forceSignIn
  const isOfForce = typeof problem === 'string' && problem.startsWith('force-')
  return (
    <div className="grid min-h-dvh place-items-center bg-paper-2 px-4 py-8">
      {await sessionNotice()}
      <main className="w-full max-w-[24rem] rounded-lg border border-line bg-paper px-6 py-7">
        <p className="mb-4 font-bold text-brand">{t('staff.product')}</p>
        <h1 className="text-xl">{t('accounts.confirm.title')}</h1>
        <p className="mt-1">{t('accounts.confirm.as', { name: actor.name })}</p>
        <p className="mt-1 mb-5 text-ink-soft">{t('accounts.confirm.lead')}</p>
        {force === null ? null : <ForceNotice name={force.name} problem={problem} t={t} />}
        {problem === undefined || isOfForce ? null : (
          <p role="alert" className="notice tone-danger mb-5 font-semibold">
            {t(wordsOf(problem))}
          </p>
        )}
        {passkeys.length === 0 ? null : (
          <div className="mb-5">
            <PasskeyButton
              kind="use"
              url={staffPaths.passkeyConfirm}
              back={back}
              look={hasPassword ? 'quiet' : 'main'}
              words={passkeyWords('confirm', t)}
            />
          </div>
        )}
        {hasPassword ? (
          <form method="post" action={`${staffPaths.confirm}/answer`} className="grid gap-4">
            <input type="hidden" name="back" value={back} />
            {fields.map(({ name, ...attributes }) => (
              <div key={name}>
                <label className="label" htmlFor={name}>
                  {t(`accounts.confirm.${name}`)}
                </label>
                <input id={name} name={name} required {...attributes} />
                {name === 'code' ? (
                  <p id="code-hint" className="mt-1 text-sm text-ink-soft">
                    {t('accounts.confirm.codeHint')}
                  </p>
                ) : null}
              </div>
            ))}
            <Button className="w-full py-2">{t('accounts.confirm.submit')}</Button>
          </form>
        ) : null}
        {force === null ? null : (
          <div className="mt-5">
            <ForceSignIn
              name={force.name}
              href={staffPaths.forceSignIn('confirm', back)}
              purpose="confirm"
              t={t}
            />
          </div>
        )}
        <p className="mt-5 text-sm">
          <a href={back}>{t('accounts.confirm.back')}</a>
        </p>
      </main>
    </div>
  )
}
