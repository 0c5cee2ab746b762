import type { ReactNode } from 'react'
import type { NavCounts } from '@/components/staff/nav-items'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { DeskPage } from '../../_desk/desk-page'

const tabs = { desk: 'insight', own: 'ownInsight', quality: 'insightQuality' } as const
type Tab = keyof typeof tabs

interface Props {
  readonly actor: Actor
  readonly tab: Tab
  /** True when the page shows something to put right. */
  readonly problem?: boolean
  /** The counts of the queue, where the page has them already. */
  readonly counts?: NavCounts
  readonly children: ReactNode
}

/** The pages of how the desk stands: what each asks, and the ways between them. */
export function InsightFrame({ actor, tab, problem = false, counts, children }: Props) {
  const t = translator('en')
  const shown = mayEnter(actor.role, 'insight-desk')
    ? (['desk', 'quality', 'own'] as const)
    : (['own'] as const)
  return (
    <DeskPage
      {...{ actor, problem }}
      here="insight"
      title={t(`insight.heading.${tab}`)}
      {...(counts === undefined ? {} : { counts })}
    >
      <div className="grid max-w-[72rem] gap-5 px-4 py-4 md:px-6">
        <h1 className="text-xl">{t(`insight.heading.${tab}`)}</h1>
        {shown.length < 2 ? null : (
          <nav aria-label={t('insight.tabs')}>
            <ul className="flex flex-wrap gap-x-5 gap-y-1 border-b border-line">
              {shown.map((name) => (
                <li key={name}>
                  <a
                    href={staffPaths[tabs[name]]}
                    aria-current={name === tab ? 'page' : undefined}
                    className="inline-block border-b-2 border-transparent py-1.5 no-underline aria-[current]:border-brand aria-[current]:font-semibold"
                  >
                    {t(`insight.tab.${name}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {children}
      </div>
    </DeskPage>
  )
}
