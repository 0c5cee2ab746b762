import { NewPasswordProblem } from '@/components/staff/new-password-fields'
import { passwordProblem } from '@/components/staff/field-problem'
import { env } from '@/lib/config/env'
import type { Translate } from '@/lib/i18n/translate'
import { pressAgain } from '../../_desk/press-again'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

const problemKeys = ['signIn.own.problem', 'signIn.newPassword.problem', 'staff.problem'] as const

/** Says what was done, or why it was not, on the page it led to. */
export function OwnNotice({ query: { done, problem, kept, form, count }, t }: Props) {
  if (passwordProblem(problem, t) !== null)
    return <NewPasswordProblem problem={problem} title={t('signIn.own.problem.title')} t={t} />
  if (typeof problem === 'string') {
    const key = problemKeys.map((group) => `${group}.${problem}`).find((known) => t.has(known))
    if (key === undefined) return null
    return (
      <div id="problem" role="alert" className="notice tone-danger mb-4">
        <p className="font-bold text-danger">{t('signIn.own.problem.title')}</p>
        <p>{t(key)}</p>
      </div>
    )
  }
  const isConfirmed = kept === 'confirmed'
  const said = isConfirmed
    ? `${t('accounts.kept.confirmed')} ${pressAgain(form, t)}`
    : doneWords(done, count, t)
  if (said === null) return null
  return (
    <p role="status" className={`notice mb-4 py-2 ${isConfirmed ? '' : toneOf(done)}`.trim()}>
      {said}
    </p>
  )
}

/** What asks for something more is no success yet. */
function toneOf(done: unknown): string {
  const isOpen = done === 'recovered' || done === 'password-set' || done === 'authenticator-first'
  return isOpen ? 'tone-warn' : 'tone-good'
}

function doneWords(done: unknown, count: unknown, t: Translate): string | null {
  if (typeof done !== 'string') return null
  if (done === 'sessions') return t('accounts.session.ended-others', { count: Number(count) || 0 })
  const name = env().forceSignIn?.name ?? ''
  if (done === 'force-linked') return t('signIn.force.done', { name })
  if (done === 'force-unlinked') return t('signIn.force.undone', { name })
  return t.has(`signIn.own.done.${done}`) ? t(`signIn.own.done.${done}`) : null
}
