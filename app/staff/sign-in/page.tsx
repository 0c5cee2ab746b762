import { redirect } from 'next/navigation'
import { Button } from '@/components/ui/button'
import { currentActor } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths, staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { SignInNotice } from './sign-in-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const fields = [
  { name: 'email', type: 'email', autoComplete: 'username', inputMode: 'email' },
  { name: 'password', type: 'password', autoComplete: 'current-password' },
  { name: 'code', type: 'text', autoComplete: 'one-time-code', inputMode: 'numeric' },
] as const

/** Sign-in of staff: address, password and a code from an authenticator, in one plain form. */
export default async function SignInPage({ searchParams }: Props) {
  if ((await currentActor()) !== null) redirect(staffPaths.queue)
  const query = await searchParams
  const t = translator('en')
  return (
    <div className="grid min-h-dvh place-items-center bg-paper-2 px-4 py-8">
      <main className="w-full max-w-[24rem] rounded-lg border border-line bg-paper px-6 py-7">
        <p className="mb-4 font-bold text-brand">{t('staff.product')}</p>
        <h1 className="text-xl">{t('staff.signIn.title')}</h1>
        <p className="mt-1 mb-5 text-ink-soft">{t('staff.signIn.lead', { force: currentForce().name })}</p>
        <SignInNotice query={query} t={t} />
        <form method="post" action={`${staffPaths.signIn}/answer`} className="grid gap-4">
          {fields.map(({ name, ...attributes }) => (
            <div key={name}>
              <label className="label" htmlFor={name}>
                {t(`staff.signIn.${name}`)}
              </label>
              <input
                id={name}
                name={name}
                className={name === 'code' ? 'input max-w-36 tracking-widest' : 'input'}
                required
                maxLength={name === 'code' ? 10 : 200}
                aria-describedby={name === 'code' ? 'code-hint' : undefined}
                {...attributes}
              />
              {name === 'code' ? (
                <p id="code-hint" className="mt-1 text-sm text-ink-soft">
                  {t('staff.signIn.codeHint')}
                </p>
              ) : null}
            </div>
          ))}
          <Button className="w-full py-2">{t('staff.signIn.submit')}</Button>
        </form>
        <p className="mt-5 text-sm text-ink-soft">{t('staff.signIn.shared')}</p>
        <p className="mt-2 text-sm">
          <a href={publicPaths.home('en')}>{t('staff.signIn.public')}</a>
        </p>
      </main>
    </div>
  )
}
