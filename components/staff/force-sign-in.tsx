import { LinkButton } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** What people call the force's own sign-in. */
  readonly name: string
  readonly href: string
  readonly purpose: 'sign-in' | 'confirm' | 'invitation' | 'link' | 'link-again'
  readonly t: Translate
}

const words = {
  'sign-in': { label: 'button', hint: 'hint' },
  confirm: { label: 'confirm', hint: 'confirmHint' },
  invitation: { label: 'accept', hint: 'acceptHint' },
  link: { label: 'link', hint: 'confirmHint' },
  'link-again': { label: 'linkAgain', hint: 'confirmHint' },
} as const

/**
 * The way to the force's own sign-in. A link and not a form: a form that leads on to another site is stopped by the page's
 * own policy, and with it every page the provider itself leads on to.
 */
export function ForceSignIn({ name, href, purpose, t }: Props) {
  const { label, hint } = words[purpose]
  return (
    <div>
      <LinkButton
        look="quiet"
        className="w-full py-2"
        href={href}
        rel="nofollow"
        aria-describedby="force-hint"
      >
        {t(`signIn.force.${label}`, { name })}
      </LinkButton>
      <p id="force-hint" className="mt-1 text-sm text-ink-soft">
        {t(`signIn.force.${hint}`)}
      </p>
    </div>
  )
}
