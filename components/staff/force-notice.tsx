import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly name: string
  /** As the address of the page has it: anything may be there. */
  readonly problem: unknown
  readonly t: Translate
}

const problems = [
  'force-away',
  'force-cancelled',
  'force-expired',
  'force-failed',
  'force-strength',
  'force-unknown',
  'force-other',
  'force-stays',
] as const

/** Why the force's own sign-in did not work, and what to do next; nothing where the problem is another. */
export function ForceNotice({ name, problem, t }: Props) {
  const known = problems.find((one) => one === problem)
  if (known === undefined) return null
  return (
    <div role="alert" className="notice tone-danger mb-5">
      <p className="font-semibold first-letter:uppercase">{t(`signIn.force.problem.${known}`, { name })}</p>
      <p className="mt-1 text-sm">{t(`signIn.force.problem.${known}More`, { name })}</p>
    </div>
  )
}

/** After signing out: the provider may remember whoever sat here, and let the next person in as them. */
export function ForceLeft({ name, href, t }: { name: string; href: string; t: Translate }) {
  return (
    <p className="notice mb-5">
      {t('signIn.force.left', { name })}{' '}
      <a href={href} rel="nofollow">
        {t('signIn.force.leave', { name })}
      </a>
    </p>
  )
}
