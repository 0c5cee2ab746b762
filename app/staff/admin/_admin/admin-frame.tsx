import type { ComponentProps, ReactNode } from 'react'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../../_desk/desk-page'

type Tab = (typeof tabs)[number]

interface Props extends Pick<ComponentProps<typeof DeskPage>, 'title' | 'problem'> {
  readonly actor: Actor
  /** Null on a page below one of them. */
  readonly tab: Tab | null
  readonly children: ReactNode
}

const tabs = ['accounts', 'invitations', 'roles', 'senders', 'partners', 'centres'] as const

const look =
  'inline-block border-b-2 border-transparent py-1.5 text-ink no-underline hover:border-line-strong aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand'

/** The frame of the administrators' pages. */
export function AdminFrame({ actor, tab, children, ...titled }: Props) {
  const t = translator('en')
  return (
    <DeskPage actor={actor} here="accounts" {...titled}>
      <div className="mx-auto max-w-[76rem] px-4 py-4 md:px-6">
        <nav aria-label={t('accounts.nav.label')} className="mb-4 border-b border-line">
          <ul className="flex flex-wrap gap-x-6">
            {tabs.map((each) => (
              <li key={each}>
                <a href={staffPaths[each]} aria-current={each === tab ? 'page' : undefined} className={look}>
                  {t(`accounts.nav.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </DeskPage>
  )
}
