import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

/** What happened before: a try that was refused, or a session that is over. */
export function SignInNotice({ query: { problem, done }, t }: Props) {
  if (problem === 'wrong' || problem === 'busy') {
    const said = problem === 'wrong' ? 'staff.signIn.wrong' : 'signIn.busy'
    return (
      <div role="alert" className="notice tone-danger mb-5">
        <p className="font-semibold">{t(said)}</p>
        <p className="mt-1 text-sm">{t(`${said}More`)}</p>
      </div>
    )
  }
  if (problem === 'foreign' || problem === 'too-large' || problem === 'wrong-type') {
    return (
      <p role="alert" className="notice tone-danger mb-5">
        {t(`staff.problem.${problem}`)}
      </p>
    )
  }
  if (done !== 'left' && done !== 'ended' && done !== 'kept') return null
  return (
    <div role="status" className="notice mb-5">
      <p>{t(`staff.signIn.${done === 'left' ? 'left' : 'ended'}`)}</p>
      {done === 'kept' ? <p className="mt-1 font-semibold">{t('staff.signIn.kept')}</p> : null}
    </div>
  )
}
