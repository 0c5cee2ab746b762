import { EntranceFrame } from '@/components/staff/entrance-frame'
import { ForceNotice } from '@/components/staff/force-notice'
import { ForceSignIn } from '@/components/staff/force-sign-in'
import { PasskeyButton } from '@/components/staff/passkey-button'
import { PasswordField } from '@/components/staff/password-field'
import { passkeyWords, passwordWords } from '@/components/staff/sign-in-words'
import { Button } from '@/components/ui/button'
import { linkedSince } from '@/lib/auth/force-sign-in/identities'
import { ownFactors } from '@/lib/auth/own-factors'
import { requireSession } from '@/lib/auth/require-actor'
import { env } from '@/lib/config/env'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { sessionNotice } from '../_desk/session-notice'
import { hasWords, keptForm } from '../_http/kept-form'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const wordsOf = (problem: string | readonly string[]) =>
  problem === 'busy' ? 'signIn.newPassword.problem.busy' : 'accounts.confirm.wrong'

/** Where somebody who is signed in proves again who they are, before what needs a fresh proof. */
export default async function ConfirmPage({ searchParams }: Props) {
  const session = await requireSession()
  const { actor } = session
  const { back: given, problem } = await searchParams
  const back = ownPath(typeof given === 'string' ? given : null) ?? staffPaths.queue
  const t = translator('en')
  const { passkeys, hasPassword, isPasswordClosed } = await ownFactors(session)
  const force = (await linkedSince(actor.id)) === null ? null : env().forceSignIn
  return (
    <EntranceFrame
      title={t('accounts.confirm.title')}
      problem={problem !== undefined}
      notice={await sessionNotice()}
      t={t}
    >
      <p className="mt-1">{t('accounts.confirm.as', { name: actor.name })}</p>
      <p className="mt-1 mb-5 text-ink-soft">
        {t('accounts.confirm.lead')}
        {(await isKept(actor, back)) ? ` ${t('accounts.confirm.kept')}` : ''}
      </p>
      {force === null ? null : <ForceNotice name={force.name} problem={problem} t={t} />}
      <Wrong problem={problem} t={t} />
      <div className="grid gap-5">
        {passkeys.length === 0 ? null : (
          <PasskeyButton
            kind="use"
            url={staffPaths.passkeyConfirm}
            back={back}
            words={passkeyWords('confirm', t)}
          />
        )}
        {isPasswordClosed ? <p className="notice tone-warn">{t('signIn.own.password.closedHere')}</p> : null}
        {hasPassword && !isPasswordClosed ? (
          <ProofForm back={back} isFirst={passkeys.length === 0} t={t} />
        ) : null}
        {force === null ? null : (
          <ForceSignIn
            name={force.name}
            href={staffPaths.forceSignIn('confirm', back)}
            purpose="confirm"
            t={t}
          />
        )}
      </div>
      <p className="mt-5 text-sm">
        <a href={back}>{t('accounts.confirm.back')}</a>
      </p>
    </EntranceFrame>
  )
}

/** Whether they sent a form that is kept until they are back at its page. */
async function isKept(actor: Actor, back: string): Promise<boolean> {
  const [page = '', query] = back.split('?', 2)
  const { kept, form } = Object.fromEntries(new URLSearchParams(query))
  if (kept !== 'confirmed') return false
  const act = await keptForm(actor, page)
  return act?.form === form && act !== null && hasWords(act.values)
}

function Wrong({ problem, t }: { readonly problem: string | string[] | undefined; readonly t: Translate }) {
  if (problem === undefined || (typeof problem === 'string' && problem.startsWith('force-'))) return null
  return (
    <p role="alert" className="notice tone-danger mb-5 font-semibold">
      {t(wordsOf(problem))}
    </p>
  )
}

interface ProofProps {
  readonly back: string
  /** Nothing comes before it: then its button is the main one. */
  readonly isFirst: boolean
  readonly t: Translate
}

function ProofForm({ back, isFirst, t }: ProofProps) {
  return (
    <form method="post" action={`${staffPaths.confirm}/answer`} className="grid gap-4">
      <input type="hidden" name="back" value={back} />
      <PasswordField
        id="password"
        label={t('accounts.confirm.password')}
        autoComplete="current-password"
        words={passwordWords('password', t)}
      />
      <div>
        <label className="label" htmlFor="code">
          {t('accounts.confirm.code')}
        </label>
        <input
          id="code"
          name="code"
          className="input max-w-36 tracking-widest"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={40}
          aria-describedby="code-hint"
          required
        />
        <p id="code-hint" className="mt-1 text-sm text-ink-soft">
          {t('accounts.confirm.codeHint')}
        </p>
      </div>
      <Button look={isFirst ? 'main' : 'quiet'} className="w-full py-2">
        {t('accounts.confirm.submit')}
      </Button>
    </form>
  )
}
